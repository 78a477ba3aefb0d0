package org.waxwing.domain.reading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.sorting.Category;

/**
 * A message to read. Its HTML is not in here: it is fetched, sanitised, for itself.
 *
 * @param text what it says, or as much of it as one screen can hold ({@link #MOST_TEXT} characters)
 * @param size of its source, in bytes
 * @param authentication whether it comes from whom it says, as far as this account's servers are to be believed
 * @param category where it is sorted; in the Imbox what nobody has looked at
 */
public record EmailView(
        EmailId id,
        ThreadId thread,
        AccountId account,
        Set<MailboxId> mailboxes,
        MessageHeaders headers,
        Instant receivedAt,
        long size,
        UntrustedText preview,
        UntrustedText text,
        boolean hasHtml,
        Set<Keyword> keywords,
        List<Attachment> attachments,
        Protection protection,
        BlobId source,
        Authentication authentication,
        Category category) {
    /** The most text that a view carries; the whole is in the source. */
    public static final int MOST_TEXT = 500_000;

    public EmailView {
        mailboxes = Set.copyOf(mailboxes);
        keywords = Set.copyOf(keywords);
        attachments = List.copyOf(attachments);
    }

    /** The same without what it says, as lists show it. */
    public EmailView withoutText() {
        return new EmailView(
                id, thread, account, mailboxes, headers, receivedAt, size, preview, UntrustedText.EMPTY, hasHtml,
                keywords, attachments, protection, source, authentication, category);
    }

    /** Where this message stands in a flat list. */
    public ListPosition position() {
        return new ListPosition(receivedAt, id.value());
    }
}
