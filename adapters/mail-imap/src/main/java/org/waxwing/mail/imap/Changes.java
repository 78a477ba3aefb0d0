package org.waxwing.mail.imap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteChange.Outcome;
import org.waxwing.domain.sync.RemoteChange.Place;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * Carries out changes of messages. Nothing is ever expunged but what was named: EXPUNGE and CLOSE, which take everything
 * that anybody has marked as deleted, are never sent.
 */
final class Changes {
    private static final int MOST_UIDS = 2_000;
    private static final String DELETED = "\\Deleted";

    private final ImapSession session;

    Changes(ImapSession session) {
        this.session = session;
    }

    /** Something to be done in a folder that is open for changes. */
    @FunctionalInterface
    private interface Work {
        Outcome in(Selection folder) throws RefusedException;
    }

    Outcome carryOut(RemoteChange change) {
        try {
            return switch (change) {
                case RemoteChange.Mark it -> within(it.path(), it.validity(), it.uids(), folder -> mark(folder, it));
                case RemoteChange.Move it -> within(it.path(), it.validity(), it.uids(), folder -> move(it));
                case RemoteChange.Expunge it -> within(it.path(), it.validity(), it.uids(), folder -> {
                    for (var part : parts(it.uids())) remove(part);
                    return Outcome.Done.SILENTLY;
                });
                case RemoteChange.Create it -> new FolderChanges(session).create(it.path());
                case RemoteChange.Rename it -> new FolderChanges(session).rename(it.path(), it.target());
                case RemoteChange.Drop it -> new FolderChanges(session).drop(it.path());
            };
        } catch (RefusedException e) {
            if (e.isPuttingOff()) throw new MailProviderException(ConnectionProblem.THROTTLED);
            return new Outcome.Refused(e.why());
        }
    }

    private Outcome within(String path, UidValidity validity, Set<Uid> uids, Work work) throws RefusedException {
        if (uids.isEmpty()) return Outcome.Done.SILENTLY;
        var folder = session.openToChange(path);
        if (!folder.validity().equals(validity)) return new Outcome.Renumbered();
        return folder.writable() ? work.in(folder) : new Outcome.Refused(Refusal.NOT_PERMITTED);
    }

    private static List<List<Uid>> parts(Set<Uid> uids) {
        return UidSets.parts(uids.stream().sorted(Comparator.comparingLong(Uid::value)).toList(), MOST_UIDS);
    }

    private Outcome mark(Selection folder, RemoteChange.Mark mark) throws RefusedException {
        var flag = folder.flagFor(mark.keyword());
        boolean label = Keywords.systemFlag(mark.keyword()).isEmpty();
        if (flag.isEmpty()) {
            // what a folder cannot have, its messages have not
            if (!mark.present()) return Outcome.Done.SILENTLY;
            return new Outcome.Refused(label ? Refusal.NO_LABELS : Refusal.NOT_PERMITTED);
        }
        try {
            for (var part : parts(mark.uids())) store(part, mark.present(), flag.get());
        } catch (RefusedException e) {
            if (label && mark.present() && !e.isPuttingOff() && e.why() == Refusal.OTHER)
                return new Outcome.Refused(Refusal.NO_LABELS);
            throw e;
        }
        return Outcome.Done.SILENTLY;
    }

    private void store(List<Uid> uids, boolean present, String flag) throws RefusedException {
        var command = "UID STORE " + UidSets.of(uids) + (present ? " +" : " -") + "FLAGS.SILENT (" + flag + ')';
        try {
            session.wire().ask(command);
        } catch (RefusedException e) {
            if (!e.isTellingOfExpunge()) throw e;
            // some are gone and the server wants us to know; the others are to be marked all the same
            session.wire().ask("NOOP");
            session.wire().ask(command);
        }
    }

    private Outcome move(RemoteChange.Move move) throws RefusedException {
        if (move.target().equals(move.path())) return Outcome.Done.SILENTLY;
        var target = session.nameOf(move.target());
        var moved = new HashMap<Uid, Place>();
        for (var part : parts(move.uids())) {
            if (session.wire().hasCapability("MOVE")) {
                var told = session.wire().ask("UID MOVE " + UidSets.of(part), target.argument());
                moved.putAll(Copies.places(told, part));
            } else moved.putAll(copyAndRemove(move, part, target));
        }
        return new Outcome.Done(moved);
    }

    /** What MOVE is made of; unlike MOVE, it may have been left half done. */
    private Map<Uid, Place> copyAndRemove(RemoteChange.Move move, List<Uid> uids, FolderName target)
            throws RefusedException {
        var there = new HashMap<Uid, Place>();
        if (move.again()) {
            there.putAll(new Copies(session).find(uids, move.target()));
            if (!session.openToChange(move.path()).validity().equals(move.validity()))
                throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        var toCopy = uids.stream().filter(uid -> !there.containsKey(uid)).toList();
        if (!toCopy.isEmpty())
            there.putAll(Copies.places(
                    session.wire().ask("UID COPY " + UidSets.of(toCopy), target.argument()), toCopy));
        remove(uids);
        return there;
    }

    /** Marks messages as deleted, and expunges these only, where the server can (RFC 4315). */
    private void remove(List<Uid> uids) throws RefusedException {
        store(uids, true, DELETED);
        // elsewhere they stay, struck through, until their owner tidies up: for us they are gone
        if (session.wire().hasCapability("UIDPLUS")) session.wire().ask("UID EXPUNGE " + UidSets.of(uids));
    }
}
