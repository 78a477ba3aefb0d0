package org.waxwing.domain.sync;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/** Decides what differs between our copy of a mailbox and the server's. */
public final class SyncPolicy {
    private SyncPolicy() {}

    /** What to do so that {@code ours} becomes {@code theirs}; {@code ours} is empty for a mailbox never seen before. */
    public static MailboxDelta compare(Optional<MailboxSnapshot> ours, MailboxSnapshot theirs) {
        if (ours.isEmpty() || !ours.get().validity().equals(theirs.validity()))
            return new MailboxDelta.Reset(
                    theirs.validity(), newestFirst(theirs.messages().keySet()));
        var known = ours.get().messages();
        var added = new HashSet<Uid>();
        var keywords = new HashMap<Uid, Set<Keyword>>();
        theirs.messages().forEach((uid, marks) -> {
            var before = known.get(uid);
            if (before == null) added.add(uid);
            else if (!before.equals(marks)) keywords.put(uid, marks);
        });
        var vanished = new HashSet<>(known.keySet());
        vanished.removeAll(theirs.messages().keySet());
        return new MailboxDelta.Changes(theirs.validity(), newestFirst(added), keywords, vanished);
    }

    private static List<Uid> newestFirst(Set<Uid> uids) {
        return uids.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
