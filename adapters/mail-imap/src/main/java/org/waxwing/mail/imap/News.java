package org.waxwing.mail.imap;

import jakarta.mail.Flags;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;

/** What happened in an open folder since a point, asked of a server that keeps mod-sequences (RFC 7162). */
final class News {
    // so many gone at once is a folder to be looked at as a whole
    private static final int MOST_VANISHED = 500_000;

    private final Keywords keywords;
    private final Map<Uid, Set<Keyword>> present = new HashMap<>();
    private final Set<Uid> vanished = new HashSet<>();

    private News(Keywords keywords) {
        this.keywords = keywords;
    }

    /** Whether a folder that stands here can be asked what happened since {@code from}. */
    static boolean isKnownSince(SyncPoint from, SyncPoint now) {
        return from.validity().equals(now.validity()) && from.modSeq() > 0 && from.modSeq() <= now.modSeq();
    }

    /**
     * What happened between the two points, and perhaps a little more; nothing when the server cannot tell.
     *
     * @param tellsVanished whether the server, besides what changed, names what has gone (QRESYNC); one that does not is
     *     believed when the numbers of messages show that nothing has
     */
    static Optional<MailboxNews.Since> of(
            Wire wire, SyncPoint from, SyncPoint now, boolean tellsVanished, Keywords keywords) {
        if (from.isCertainlyStill(now)) return Optional.of(new MailboxNews.Since(now, Map.of(), Set.of()));
        var news = new News(keywords);
        boolean told = tellsVanished
                ? news.ask(wire, "(CHANGEDSINCE " + from.modSeq() + " VANISHED)")
                : news.ask(wire, "(CHANGEDSINCE " + from.modSeq() + ")") && news.isNothingGone(from, now);
        return told ? Optional.of(new MailboxNews.Since(now, news.present, news.vanished)) : Optional.empty();
    }

    private boolean ask(Wire wire, String modifiers) {
        try {
            for (var response : wire.fetch("UID FETCH 1:* (FLAGS) " + modifiers, this::add))
                if (response instanceof IMAPResponse it && it.keyEquals("VANISHED") && !remove(it)) return false;
            return true;
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
            return false;
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    private void add(FetchResponse response) throws IOException {
        var flags = response.getItem(FLAGS.class);
        if (flags == null || !Snapshot.isUid(response)) return;
        var uid = Snapshot.uidOf(response);
        if (flags.contains(Flags.Flag.DELETED)) {
            present.remove(uid);
            vanished.add(uid);
        } else {
            vanished.remove(uid);
            present.put(uid, keywords.of(flags));
        }
        if (present.size() + vanished.size() > Snapshot.MOST_MESSAGES) throw new IOException("A folder without end");
    }

    /** {@code VANISHED (EARLIER) 300:310,405}, or without EARLIER for what vanishes just now. */
    private boolean remove(IMAPResponse response) {
        response.skipSpaces();
        if (response.peekByte() == '(') response.readSimpleList();
        response.skipSpaces();
        var set = response.readAtom();
        var gone = set == null
                ? Optional.<List<Uid>>empty()
                : UidSets.read(set, MOST_VANISHED - Math.min(MOST_VANISHED, vanished.size()));
        gone.ifPresent(uids -> {
            vanished.addAll(uids);
            present.keySet().removeAll(uids);
        });
        return gone.isPresent();
    }

    /** Whether there are as many as there were, and as came. */
    private boolean isNothingGone(SyncPoint from, SyncPoint now) {
        if (from.uidNext() == 0 || now.uidNext() == 0 || from.messages() < 0 || now.messages() < 0) return false;
        long came = came(present.keySet(), from, now) + came(vanished, from, now);
        return from.messages() + came == now.messages();
    }

    private static long came(Set<Uid> uids, SyncPoint from, SyncPoint now) {
        return uids.stream().filter(uid -> uid.value() >= from.uidNext() && uid.value() < now.uidNext()).count();
    }
}
