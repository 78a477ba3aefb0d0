package org.waxwing.domain.rules.dryrun;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.sorting.Category;

/**
 * A stored message, as far as a list of many can tell it: without its words, its other header fields and what is known of
 * its sender.
 *
 * @param source of the message, where all its header fields are
 * @param files those that are offered beside the text
 * @param size of the source, in bytes
 */
public record StoredMail(
        EmailId email,
        AccountId account,
        BlobId source,
        List<EmailAddress> from,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        List<EmailAddress> bcc,
        UntrustedText subject,
        List<RuleSubject.File> files,
        long size,
        Instant receivedAt,
        Set<Keyword> keywords,
        Category category) {
    public StoredMail {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        files = List.copyOf(files);
        keywords = Set.copyOf(keywords);
    }

    /** Where it stands in the list of all. */
    public ListPosition position() {
        return new ListPosition(receivedAt, email.value());
    }
}
