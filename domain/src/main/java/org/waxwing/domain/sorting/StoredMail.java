package org.waxwing.domain.sorting;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * A stored message, with all that sorting asks of it.
 *
 * @param from who wrote it, as it says; mostly one
 * @param own whether a folder of sent mail or of drafts shows it
 * @param inOwnThread whether the owner wrote in its conversation
 */
public record StoredMail(
        EmailId id,
        ThreadId thread,
        List<EmailAddress> from,
        Instant receivedAt,
        BlobId source,
        boolean own,
        boolean inOwnThread,
        Testimony testimony,
        Filing filing) {
    public StoredMail {
        from = List.copyOf(from);
    }

    /** Who wrote it; nobody's address is empty. */
    public EmailAddress sender() {
        return from.isEmpty() ? EmailAddress.of("") : from.getFirst();
    }
}
