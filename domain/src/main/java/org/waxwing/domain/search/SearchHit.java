package org.waxwing.domain.search;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;

/**
 * A message that was found.
 *
 * @param text what it says, at most {@link #MOST_TEXT} characters, to show where the words stand
 * @param unread whether it was not read yet
 * @param starred whether it carries a star
 * @param attached whether it has files
 * @param rank how much the words weigh in it; 0 where hits are not ordered by it
 */
public record SearchHit(
        EmailId id,
        ThreadId thread,
        AccountId account,
        List<MessageId> messageId,
        UntrustedText subject,
        List<EmailAddress> from,
        Instant receivedAt,
        UntrustedText preview,
        UntrustedText text,
        boolean unread,
        boolean starred,
        boolean attached,
        float rank) {
    /** The most text that a hit carries. */
    public static final int MOST_TEXT = 50_000;

    public SearchHit {
        messageId = List.copyOf(messageId);
        from = List.copyOf(from);
    }

    /** Where this hit stands. */
    public SearchPosition position() {
        return new SearchPosition(rank, new ListPosition(receivedAt, id.value()));
    }
}
