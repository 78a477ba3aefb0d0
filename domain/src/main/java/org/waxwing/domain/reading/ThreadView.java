package org.waxwing.domain.reading;

import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * A conversation to read.
 *
 * @param subject of the oldest message
 * @param messages oldest first, at least one, at most the latest 200
 */
public record ThreadView(ThreadId id, AccountId account, UntrustedText subject, List<EmailView> messages) {
    public ThreadView {
        messages = List.copyOf(messages);
    }
}
