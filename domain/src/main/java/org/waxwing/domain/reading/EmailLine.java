package org.waxwing.domain.reading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;

/**
 * A message of a conversation as one line: what is needed to decide whether to read it.
 *
 * @param authentication whether it comes from whom it says, as far as this account's servers are to be believed
 */
public record EmailLine(
        EmailId id,
        Set<MailboxId> mailboxes,
        List<EmailAddress> from,
        Instant receivedAt,
        UntrustedText preview,
        boolean hasAttachments,
        Set<Keyword> keywords,
        Authentication authentication) {
    public EmailLine {
        mailboxes = Set.copyOf(mailboxes);
        from = List.copyOf(from);
        keywords = Set.copyOf(keywords);
    }

    /** Where this message stands in its conversation. */
    public ListPosition position() {
        return new ListPosition(receivedAt, id.value());
    }

    /** Whether nobody has read it. */
    public boolean isUnread() {
        return !keywords.contains(Keyword.SEEN);
    }
}
