package org.waxwing.mail.imap;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.waxwing.domain.sync.Arrival;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * Fetches messages of one folder: many by one command, each handed on as it arrives, a large one while it arrives. Those
 * that did not come are asked for again, at last each by itself and piece by piece. At no time is more than one small
 * message, or one piece, in memory.
 */
final class MessageFetch {
    // one connection may break on one message; more than a few broken ones are not the messages' fault
    private static final int MOST_BROKEN_CONNECTIONS = 3;

    private final ImapSession session;
    private final String path;
    private final UidValidity validity;
    private final Keywords keywords;
    private final MailProvider.FetchSink sink;
    private final Set<Uid> undeliverable = new HashSet<>();
    private int broken;

    MessageFetch(
            ImapSession session, String path, UidValidity validity, Keywords keywords, MailProvider.FetchSink sink) {
        this.session = session;
        this.path = path;
        this.validity = validity;
        this.keywords = keywords;
        this.sink = sink;
    }

    /** A message and the size that the server tells. */
    private record Envelope(Arrival arrival, long size) {}

    Set<Uid> fetch(List<Uid> uids) throws IOException {
        session.open(path, validity);
        var pace = session.pace();
        for (int from = 0; from < uids.size();) {
            var part = UidSets.first(uids.subList(from, uids.size()), pace.messages());
            long before = System.nanoTime();
            together(part);
            pace.took(part.size(), System.nanoTime() - before);
            from += part.size();
        }
        return Set.copyOf(undeliverable);
    }

    private void together(Collection<Uid> uids) throws IOException {
        var missing = new TreeSet<>(uids);
        boolean refused = false;
        boolean cut = false;
        try {
            session.wire().stream(
                    command(uids, "BODY.PEEK[]"), (response, large) -> take(missing, response, large));
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
            refused = true;
        } catch (Wire.TakerException e) {
            if (!(e.getCause() instanceof CutException)) throw rethrown(e);
            recover(new MailProviderException(ConnectionProblem.CONNECTION_LOST));
            cut = true;
        } catch (MailProviderException e) {
            recover(e);
            cut = true;
        }
        if (missing.isEmpty()) return;
        if (cut) afterCut(missing);
        else if (refused && missing.size() > 1) halves(missing);
        else again(missing);
    }

    /** The server broke off at one of these, most likely the first: that one must not take the others with it. */
    private void afterCut(NavigableSet<Uid> missing) throws IOException {
        again(Set.of(missing.removeFirst()));
        if (!missing.isEmpty()) together(missing);
    }

    private void halves(Set<Uid> missing) throws IOException {
        var uids = List.copyOf(missing);
        together(uids.subList(0, uids.size() / 2));
        together(uids.subList(uids.size() / 2, uids.size()));
    }

    private void take(Set<Uid> missing, FetchResponse response, Optional<ResponseReader.Large> large)
            throws IOException {
        if (!Snapshot.isUid(response) || !missing.contains(Snapshot.uidOf(response))) return;
        var arrival = arrival(response);
        if (large.isPresent()) {
            // a server that tells these behind the body only: then it is asked again, in another order
            if (response.getItem(FLAGS.class) == null || response.getItem(INTERNALDATE.class) == null) return;
            stream(arrival, large.get());
        } else {
            var body = response.getItem(BODY.class);
            // some send nothing where they fail to convert a message
            if (body == null || body.getByteArray() == null || body.getByteArray().getCount() == 0) return;
            sink.take(arrival, body.getByteArrayInputStream());
        }
        missing.remove(arrival.uid());
        session.wire().goesOn();
    }

    /** The connection ended within a message, however its taker put it. */
    private static final class CutException extends IOException {
        CutException() {
            super("The server did not deliver a message");
        }
    }

    private void stream(Arrival arrival, ResponseReader.Large body) throws IOException {
        try {
            sink.take(arrival, body);
        } catch (IOException | RuntimeException e) {
            if (!body.isBroken()) throw e;
        }
        if (body.isBroken()) throw new CutException();
    }

    private String command(Collection<Uid> uids, String besides) {
        var ids = RemoteIdItems.askedOf(session.wire());
        return "UID FETCH " + UidSets.of(uids) + " (UID FLAGS INTERNALDATE " + (ids.isEmpty() ? "" : ids + ' ')
                + besides
                + ')';
    }

    private Arrival arrival(FetchResponse response) {
        var flags = response.getItem(FLAGS.class);
        var date = response.getItem(INTERNALDATE.class);
        return new Arrival(
                Snapshot.uidOf(response),
                flags == null ? Set.of() : keywords.of(flags),
                date == null || date.getDate() == null ? Instant.now() : date.getDate().toInstant(),
                RemoteIdItems.of(response));
    }

    private Map<Uid, Envelope> envelopes(Collection<Uid> uids) {
        var envelopes = new HashMap<Uid, Envelope>();
        try {
            session.wire().fetch(command(uids, "RFC822.SIZE"), response -> {
                if (!Snapshot.isUid(response) || !uids.contains(Snapshot.uidOf(response))) return;
                var size = response.getItem(RFC822SIZE.class);
                envelopes.put(
                        Snapshot.uidOf(response), new Envelope(arrival(response), size == null ? 0 : size.size));
            });
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        return envelopes;
    }

    /** Asks for messages that did not come, to learn whether they are gone or cannot be delivered. */
    private void again(Set<Uid> uids) throws IOException {
        var unknown = new TreeSet<>(uids);
        try {
            session.reopen(path, validity);
            for (var envelope : envelopes(uids).values()) {
                unknown.remove(envelope.arrival().uid());
                alone(envelope);
            }
            if (!unknown.isEmpty()) undeliverable.addAll(there(unknown));
        } catch (MailProviderException e) {
            if (uids.size() == 1) undeliverable.addAll(uids);
            recover(e);
            if (uids.size() > 1) for (var uid : unknown) again(Set.of(uid));
        }
    }

    private void alone(Envelope envelope) throws IOException {
        var arrival = envelope.arrival();
        var pieces = new Pieces(session.wire(), arrival.uid(), envelope.size());
        try {
            pieces.begin();
            sink.take(arrival, pieces);
        } catch (IOException | RuntimeException e) {
            // whatever the sink made of it: when our stream failed, that is why
            if (pieces.failure().isEmpty()) throw e;
        }
        var why = pieces.failure();
        if (why.isEmpty()) return;
        undeliverable.add(arrival.uid());
        if (why.get().hasLostConnection()) recover(why.get().connectionLoss());
    }

    /** Which of the messages that it did not deliver the server still lists; all of them when it does not say. */
    private Set<Uid> there(Set<Uid> uids) {
        var found = new HashSet<Uid>();
        try {
            session.wire().fetch("UID FETCH " + UidSets.of(uids) + " (UID)", response -> {
                if (Snapshot.isUid(response)) found.add(Snapshot.uidOf(response));
            });
        } catch (RefusedException e) {
            return uids;
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        found.retainAll(uids);
        return found;
    }

    /** Goes on with a new connection, unless the server is to be left alone or there have been too many. */
    private void recover(MailProviderException lost) {
        if (lost.problem() != ConnectionProblem.CONNECTION_LOST || ++broken > MOST_BROKEN_CONNECTIONS) throw lost;
        try {
            session.reconnect();
        } catch (MailProviderException e) {
            throw e.problem() == ConnectionProblem.THROTTLED ? e : lost;
        }
        session.open(path, validity);
    }

    private static IOException rethrown(Wire.TakerException failure) {
        if (failure.getCause() instanceof IOException e) return e;
        if (failure.getCause() instanceof RuntimeException e) throw e;
        if (failure.getCause() instanceof Error e) throw e;
        throw new IllegalStateException(failure);
    }
}
