package org.waxwing.domain.sync;

import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/** All that a mailbox holds at the server or here, at one moment: the keywords of each message, by UID. */
public record MailboxSnapshot(UidValidity validity, Map<Uid, Set<Keyword>> messages) {
    public MailboxSnapshot {
        messages = Map.copyOf(messages);
    }
}
