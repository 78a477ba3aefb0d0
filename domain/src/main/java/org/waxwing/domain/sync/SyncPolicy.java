package org.waxwing.domain.sync;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        var vanished = new HashSet<>(ours.get().messages().keySet());
        vanished.removeAll(theirs.messages().keySet());
        return changes(theirs.validity(), ours.get().messages(), theirs.messages(), vanished);
    }

    /**
     * What to do after hearing what happened since our copy was equal to the server's.
     *
     * @param ours what we hold of the messages that the news is about, under its validity
     */
    public static MailboxDelta follow(Map<Uid, Set<Keyword>> ours, MailboxNews.Since news) {
        var vanished = new HashSet<>(news.vanished());
        vanished.retainAll(ours.keySet());
        // gone and come back with the same UID does not happen: what is present is there
        vanished.removeAll(news.present().keySet());
        return changes(news.point().validity(), ours, news.present(), vanished);
    }

    private static MailboxDelta.Changes changes(
            UidValidity validity, Map<Uid, Set<Keyword>> ours, Map<Uid, Set<Keyword>> theirs, Set<Uid> vanished) {
        var added = new HashSet<Uid>();
        var keywords = new HashMap<Uid, Set<Keyword>>();
        theirs.forEach((uid, marks) -> {
            var before = ours.get(uid);
            if (before == null) added.add(uid);
            else if (!before.equals(marks)) keywords.put(uid, marks);
        });
        return new MailboxDelta.Changes(validity, newestFirst(added), keywords, vanished);
    }

    private static List<Uid> newestFirst(Set<Uid> uids) {
        return uids.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
