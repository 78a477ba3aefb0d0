package org.waxwing.mail.imap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.Uid;

/** The bytes of one message, asked for piece by piece as they are read (RFC 9051 §6.4.5, partial fetches). */
final class Pieces extends InputStream {
    private static final int PIECE = 1 << 20;

    private final Wire wire;
    private final Uid uid;
    private final long announced;
    private InputStream piece = InputStream.nullInputStream();
    private long fetched;
    private boolean over;
    private @Nullable BrokenOffException failure;

    /** @param announced the size that the server tells; a hint, as some tell wrong ones */
    Pieces(Wire wire, Uid uid, long announced) {
        this.wire = wire;
        this.uid = uid;
        this.announced = announced;
    }

    /** The server did not deliver, or not to the end. */
    static final class BrokenOffException extends IOException {
        private final @Nullable MailProviderException lost;

        private BrokenOffException(@Nullable MailProviderException lost) {
            super("The server did not deliver a message");
            this.lost = lost;
        }

        boolean hasLostConnection() {
            return lost != null;
        }

        MailProviderException connectionLoss() {
            if (lost == null) throw new IllegalStateException("The connection is still there");
            return lost;
        }
    }

    /**
     * Fetches the first piece.
     *
     * @throws BrokenOffException there is none
     */
    void begin() throws BrokenOffException {
        next();
        if (fetched == 0 && announced > 0) throw broken(null);
    }

    /** Why this stream ended early, if it did. */
    Optional<BrokenOffException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (true) {
            int read = piece.read(into, from, length);
            if (read > 0) return read;
            if (over) return -1;
            next();
        }
    }

    private void next() throws BrokenOffException {
        if (failure != null) throw failure;
        long before = fetched;
        try {
            wire.fetchToKeep(
                    "UID FETCH " + uid.value() + " (UID BODY.PEEK[]<" + fetched + "." + PIECE + ">)",
                    response -> take(response, before));
        } catch (RefusedException e) {
            throw broken(e.isThrottling() ? new MailProviderException(ConnectionProblem.THROTTLED) : null);
        } catch (Wire.TakerException e) {
            throw broken(new MailProviderException(ConnectionProblem.CONNECTION_LOST));
        } catch (MailProviderException e) {
            throw broken(e);
        }
        long got = fetched - before;
        // a short piece is the last one, unless it ends before the announced end
        if (got == 0 || (got < PIECE && fetched >= announced)) over = true;
    }

    private void take(FetchResponse response, long offset) {
        var body = response.getItem(BODY.class);
        boolean ours = Snapshot.isUid(response) && Snapshot.uidOf(response).equals(uid);
        if (!ours || body == null || body.getByteArray() == null || fetched != offset) return;
        int count = body.getByteArray().getCount();
        if (offset > 0 && body.getOrigin() < 0) return;
        // a server that knows no pieces sends the whole message as the first
        if (body.getOrigin() < 0) over = true;
        piece = body.getByteArrayInputStream();
        fetched += count;
    }

    private BrokenOffException broken(@Nullable MailProviderException lost) {
        failure = new BrokenOffException(lost);
        over = true;
        return failure;
    }
}
