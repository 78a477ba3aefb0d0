package org.waxwing.domain.sync;

import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/** What a server tells about the messages of a folder: all that there is, or what happened since a point. */
public sealed interface MailboxNews {
    /** Where the folder stood, at the latest, when this was told; what happened later is told again. */
    SyncPoint point();

    /** Everything: a message that is not in here is not in the folder. */
    record Whole(SyncPoint point, Map<Uid, Set<Keyword>> messages) implements MailboxNews {
        public Whole {
            messages = Map.copyOf(messages);
        }

        /** The same as a snapshot. */
        public MailboxSnapshot snapshot() {
            return new MailboxSnapshot(point.validity(), messages);
        }
    }

    /**
     * What happened since an earlier point under the same validity.
     *
     * @param present messages that came or whose keywords may have changed, with their keywords now
     * @param vanished messages that are gone; may name some that never were here
     */
    record Since(SyncPoint point, Map<Uid, Set<Keyword>> present, Set<Uid> vanished) implements MailboxNews {
        public Since {
            present = Map.copyOf(present);
            vanished = Set.copyOf(vanished);
        }
    }
}
