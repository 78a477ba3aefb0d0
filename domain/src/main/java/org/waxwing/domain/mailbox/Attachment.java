package org.waxwing.domain.mailbox;

import java.util.Locale;
import org.waxwing.domain.content.UntrustedText;

/**
 * A part of a message that is a file.
 *
 * @param position its number within the message, from 1; names it together with the message
 * @param mediaType as the sender declared it, in lower case, without parameters; {@code application/octet-stream} when
 *     there is none
 * @param size decoded, in bytes
 * @param inline whether it is shown within the text rather than offered beside it
 * @param contentId the Content-ID without angle brackets (RFC 2392); empty when it has none
 */
public record Attachment(
        int position,
        UntrustedText name,
        String mediaType,
        long size,
        boolean inline,
        String contentId,
        BlobId content) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TYPE = 127;

    public Attachment {
        if (position < 1) throw new IllegalArgumentException("Attachments are counted from 1: " + position);
        name = name.onOneLine().clipped(LONGEST_NAME);
        mediaType = mediaType.strip().toLowerCase(Locale.ROOT);
        if (mediaType.length() > LONGEST_TYPE || !mediaType.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+"))
            mediaType = "application/octet-stream";
        contentId = new UntrustedText(contentId).onOneLine().clipped(LONGEST_NAME).value();
    }
}
