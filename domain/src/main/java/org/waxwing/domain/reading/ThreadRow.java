package org.waxwing.domain.reading;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * A conversation in a list.
 *
 * @param subject of the oldest message
 * @param participants who wrote in it, latest first, each once; at most six. Of drafts and sent mail, whom it goes to
 * @param preview of the latest message
 * @param labels of the owner's on any of its messages, each once, in alphabetical order
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
        Instant lastMessageAt) {
    public ThreadRow {
        participants = List.copyOf(participants);
        labels = List.copyOf(labels);
    }

    /** Where this row stands in its list. */
    public ListPosition position() {
        return new ListPosition(lastMessageAt, id.value());
    }
}
