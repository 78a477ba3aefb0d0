package org.waxwing.mail.imap;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * Fetches messages of one folder: small ones many by one command, each handed on as it arrives; large ones, and those
 * that failed, alone and piece by piece. At no time is more than one message, or one piece, in memory.
 */
final class MessageFetch {
    private static final long SMALL = 1 << 20;
    private static final long MOST_IN_ONE_COMMAND = 16 << 20;
    // some servers take no more than 8,000 characters on a line
    private static final int MOST_UIDS = 200;
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

    /** What the server tells about a message before its bytes. */
    private record Envelope(Set<Keyword> keywords, Instant receivedAt, long size) {
        boolean isSmall() {
            return size > 0 && size <= SMALL;
        }
    }

    Set<Uid> fetch(List<Uid> uids) throws IOException {
        for (int from = 0; from < uids.size(); from += MOST_UIDS)
            slice(uids.subList(from, Math.min(uids.size(), from + MOST_UIDS)));
        return Set.copyOf(undeliverable);
    }

    private void slice(List<Uid> uids) throws IOException {
        session.open(path, validity);
        var envelopes = envelopes(uids);
        var together = new LinkedHashMap<Uid, Envelope>();
        long size = 0;
        for (var uid : uids) {
            var envelope = envelopes.get(uid);
            boolean fits = envelope != null && envelope.isSmall() && size + envelope.size() <= MOST_IN_ONE_COMMAND;
            if (!fits) {
                together(together);
                together.clear();
                size = 0;
            }
            if (envelope == null) again(uid);
            else if (envelope.isSmall()) {
                together.put(uid, envelope);
                size += envelope.size();
            } else alone(uid, envelope);
        }
        together(together);
    }

    private Map<Uid, Envelope> envelopes(List<Uid> uids) {
        var envelopes = new HashMap<Uid, Envelope>();
        var wanted = new HashSet<>(uids);
        try {
            session.wire().fetch(
                    "UID FETCH " + set(uids) + " (UID FLAGS INTERNALDATE RFC822.SIZE)",
                    new Argument(),
                    response -> {
                        if (Snapshot.isUid(response) && wanted.contains(Snapshot.uidOf(response)))
                            envelopes.put(Snapshot.uidOf(response), envelope(response));
                    });
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        return envelopes;
    }

    private Envelope envelope(FetchResponse response) {
        var flags = response.getItem(FLAGS.class);
        var date = response.getItem(INTERNALDATE.class);
        var size = response.getItem(RFC822SIZE.class);
        return new Envelope(
                flags == null ? Set.of() : keywords.of(flags),
                date == null || date.getDate() == null ? Instant.now() : date.getDate().toInstant(),
                size == null ? 0 : size.size);
    }

    private void together(Map<Uid, Envelope> messages) throws IOException {
        if (messages.isEmpty()) return;
        var missing = new LinkedHashMap<>(messages);
        try {
            session.wire().fetch(
                    "UID FETCH " + set(messages.keySet()) + " (UID BODY.PEEK[])", new Argument(), response -> {
                        var body = response.getItem(BODY.class);
                        if (body == null || body.getByteArray() == null || !Snapshot.isUid(response)) return;
                        var uid = Snapshot.uidOf(response);
                        var envelope = missing.remove(uid);
                        if (envelope == null) return;
                        sink.take(uid, envelope.keywords(), envelope.receivedAt(), body.getByteArrayInputStream());
                    });
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        } catch (Wire.TakerException e) {
            throw rethrown(e);
        } catch (MailProviderException e) {
            recover(e);
        }
        for (var uid : missing.keySet()) again(uid);
    }

    /** Asks for a message that did not come, to learn whether it is gone or cannot be delivered. */
    private void again(Uid uid) throws IOException {
        try {
            session.reopen(path, validity);
            var envelope = envelopes(List.of(uid)).get(uid);
            if (envelope != null) alone(uid, envelope);
            else if (isThere(uid)) undeliverable.add(uid);
        } catch (MailProviderException e) {
            undeliverable.add(uid);
            recover(e);
        }
    }

    private void alone(Uid uid, Envelope envelope) throws IOException {
        var pieces = new Pieces(session.wire(), uid, envelope.size());
        try {
            pieces.begin();
            sink.take(uid, envelope.keywords(), envelope.receivedAt(), pieces);
        } catch (IOException e) {
            // whatever the sink made of it: when our stream failed, that is why
            var why = pieces.failure();
            if (why.isEmpty()) throw e;
            undeliverable.add(uid);
            if (why.get().hasLostConnection()) recover(why.get().connectionLoss());
        }
    }

    /** Whether the server still lists a message that it did not deliver. */
    private boolean isThere(Uid uid) {
        var found = new HashSet<Uid>();
        try {
            session.wire().fetch("UID FETCH " + uid.value() + " (UID)", new Argument(), response -> {
                if (Snapshot.isUid(response)) found.add(Snapshot.uidOf(response));
            });
        } catch (RefusedException e) {
            return true;
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        return found.contains(uid);
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

    private static String set(Collection<Uid> uids) {
        return uids.stream().map(uid -> Long.toString(uid.value())).collect(Collectors.joining(","));
    }
}
