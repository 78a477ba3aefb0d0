package org.waxwing.domain.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * Mail for those who read it. Sees only what belongs to the person whose transaction is open; what belongs to others
 * does not exist here. Each method is a fixed number of queries, whatever it returns.
 */
public interface MailReader {
    /** The folders of all accounts: by account in the order they were added, then by role and path. */
    List<MailboxRow> mailboxes();

    /** A window of conversations, latest first. */
    Window<ThreadRow> threads(ListQuery query);

    /** The labels that listed messages of each account carry: by account, then in alphabetical order. */
    List<AccountLabel> labels();

    /** How many conversations of this scope have something unread; those that came back count as such in the Imbox. */
    long unread(Scope scope);

    /**
     * The same for several views at once: of one account, or over all when there is none. In the Screener everything
     * counts, whether it was looked at or not.
     */
    Map<MailView, Long> unreadIn(Optional<AccountId> account, Collection<MailView> views);

    /** How many conversations this scope has. */
    long total(Scope scope);

    /** How many conversations lie in the views {@code LATER}, {@code SET_ASIDE} and {@code SNOOZED}, likewise. */
    Map<MailView, PutAway> putAway(Optional<AccountId> account);

    /**
     * What lies in such a view.
     *
     * @param unread those of it with something unread
     */
    record PutAway(long total, long unread) {
        /** Nothing. */
        public static final PutAway NOTHING = new PutAway(0, 0);
    }

    /** The conversation. */
    Optional<ThreadView> thread(ThreadId id);

    /**
     * The conversation in lines, with at most {@code limit} messages, the latest that stand behind {@code before}:
     * {@link ListPosition#START} for the end of the conversation.
     */
    Optional<ThreadOutline> outline(ThreadId id, ListPosition before, int limit);

    /** A window of messages, latest first, without what they say. */
    Window<EmailView> emails(ListQuery query);

    /** The message. */
    Optional<EmailView> email(EmailId id);

    /** Those of these messages that are there, latest first. */
    List<EmailView> emails(Collection<EmailId> ids);

    /** The messages that carry this Message-ID header, latest first. */
    List<EmailView> emails(MessageId header);

    /** The HTML of a message as its sender wrote it; empty when there is no such message or it has none. */
    Optional<UntrustedText> html(EmailId id);

    /** The HTML of those of these messages that have one, as their senders wrote it. */
    Map<EmailId, UntrustedText> html(Collection<EmailId> ids);
}
