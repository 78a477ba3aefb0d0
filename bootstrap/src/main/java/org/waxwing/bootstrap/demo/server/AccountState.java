package org.waxwing.bootstrap.demo.server;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one account looked like at a moment: its folders, and for each the messages in UID order without their content.
 * A message's content never changes under its UID (RFC 9051 §2.3.1.1), so it is kept once, beside this.
 */
record AccountState(List<FolderState> folders) {
    AccountState {
        folders = List.copyOf(folders);
    }

    /** @param name as GreenMail spells it: decoded, levels parted by a dot, without the account's root */
    record FolderState(
            String name,
            long uidValidity,
            long uidNext,
            boolean selectable,
            boolean subscribed,
            List<MessageState> messages) {
        FolderState {
            messages = List.copyOf(messages);
        }
    }

    /** @param flags as on the wire: {@code \Seen}, {@code $Forwarded}; never {@code \Recent}, which belongs to sessions */
    record MessageState(long uid, Instant internalDate, Set<String> flags) {
        MessageState {
            flags = Set.copyOf(flags);
        }
    }
}
