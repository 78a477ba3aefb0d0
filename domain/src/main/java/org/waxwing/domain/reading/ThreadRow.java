package org.waxwing.domain.reading;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.triage.Standing;

/**
 * A conversation in a list.
 *
 * @param subject of the oldest message
 * @param participants who wrote in it, latest first, each once; at most six. Of drafts and sent mail, whom it goes to
 * @param preview of the latest message
 * @param labels of the owner's on any of its messages, each once, in alphabetical order
 * @param at by what the list is ordered: mostly the latest message in it, else when it came back, or what it waits for
 * @param category where it is sorted, or was while it was in the inbox
 */
public record ThreadRow(
        ThreadId id,
        AccountId account,
        UntrustedText subject,
        UntrustedText preview,
        List<EmailAddress> participants,
        int messageCount,
        int unreadCount,
        boolean starred,
        boolean hasAttachments,
        List<Keyword> labels,
        Instant lastMessageAt,
        Instant at,
        Standing standing,
        Category category) {
    public ThreadRow {
        participants = List.copyOf(participants);
        labels = List.copyOf(labels);
    }

    /** A conversation that stands as usual, in a list that is ordered by messages. */
    public ThreadRow(
            ThreadId id,
            AccountId account,
            UntrustedText subject,
            UntrustedText preview,
            List<EmailAddress> participants,
            int messageCount,
            int unreadCount,
            boolean starred,
            boolean hasAttachments,
            List<Keyword> labels,
            Instant lastMessageAt) {
        this(id, account, subject, preview, participants, messageCount, unreadCount, starred, hasAttachments, labels,
                lastMessageAt, lastMessageAt, Standing.USUAL, Category.IMBOX);
    }

    /** Whether there is something in it that was not looked at: unread, or come back. */
    public boolean isNew() {
        return unreadCount > 0 || standing.isFresh();
    }

    /** Where this row stands in its list. */
    public ListPosition position() {
        return new ListPosition(at, id.value());
    }
}
