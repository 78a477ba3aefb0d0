package org.waxwing.domain.reading;

import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * A conversation without its words, however long it is.
 *
 * @param subject of the oldest message
 * @param total how many messages it has
 * @param participants who wrote or, of one's own messages, was written to; latest first, up to six
 * @param labels of any of its messages, in alphabetical order
 * @param lines a window of its messages, oldest first
 */
public record ThreadOutline(
        ThreadId id,
        AccountId account,
        UntrustedText subject,
        int total,
        List<EmailAddress> participants,
        List<Keyword> labels,
        List<EmailLine> lines) {
    public ThreadOutline {
        participants = List.copyOf(participants);
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
    }
}
