package org.waxwing.domain.sending;

import java.time.Instant;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Category;

/**
 * The message that caused an errand, as it was then: it may be gone when the errand is run.
 *
 * @param source its bytes, which stay as long as the account
 * @param from who stands first in From; an empty address for nobody
 * @param category where it was sorted
 */
public record Occasion(
        EmailId email, BlobId source, EmailAddress from, UntrustedText subject, Instant receivedAt, Category category) {
    // what a program is told, and what a subject is made of
    private static final int LONGEST_SUBJECT = 500;

    public Occasion {
        subject = subject.onOneLine().clipped(LONGEST_SUBJECT);
    }
}
