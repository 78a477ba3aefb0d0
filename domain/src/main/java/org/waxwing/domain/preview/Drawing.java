package org.waxwing.domain.preview;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;

/**
 * A picture of a page of a file.
 *
 * @param account whose file it is: what one account has drawn tells another nothing
 * @param content names the file's bytes
 * @param kind what the file is said to be
 * @param page from 1
 * @param edge how long the longer side may become, in pixels
 */
public record Drawing(AccountId account, BlobId content, Kind kind, int page, int edge) {
    /** The most that anybody may ask for. */
    public static final int LONGEST_EDGE = 2_000;

    public Drawing {
        if (page < 1) throw new IllegalArgumentException("Pages are counted from 1: " + page);
        if (edge < 1 || edge > LONGEST_EDGE) throw new IllegalArgumentException("Edge out of range: " + edge);
    }

    /** What can be drawn. */
    public enum Kind {
        /** A bitmap: PNG, JPEG, GIF, BMP, TIFF. */
        IMAGE,
        /** ISO 32000. */
        PDF
    }
}
