package org.waxwing.mail.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses as the library's reader does, but not more than can be wanted: that one would reserve whatever size
 * a server announces. While bodies are streamed, a literal that is too large to be kept ends its response early, and its
 * bytes are read from {@link #large()} instead.
 */
final class ResponseReader extends ResponseInputStream {
    /** The largest literal that is kept in memory while bodies are streamed. */
    static final int LARGEST_KEPT = 1 << 20;
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int LARGEST_LITERAL = 16 << 20;
    private static final long LARGEST_STREAMED = 4L << 30;
    private static final int STEP = 1 << 20;
    // a connection that idles needs little; one that fetches gets more as it fills what it has
    private static final int SMALLEST_BUFFER = 1 << 10;
    private static final int LARGEST_BUFFER = 64 << 10;
    // who has begun to answer and then drips on at less than this will not be done today
    private static final int LEAST_BYTES_A_SECOND = 64;
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] NIL_AND_END = "NIL)\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY = "BODY[] ".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private byte[] buffer = new byte[SMALLEST_BUFFER];
    private int at;
    private int end;
    private int lastLength;
    private byte[] scratch = NOTHING;
    private boolean reusing;
    private boolean streaming;
    private @Nullable Large large;
    private boolean offered;
    private Runnable onProgress = () -> {};
    private boolean answering;
    private long patience = Duration.ofMinutes(1).toNanos();
    private long waited;
    private long arrived;

    ResponseReader(InputStream in) {
        super(InputStream.nullInputStream());
        this.in = in;
    }

    /** A literal that is read as it comes, and what is behind it in its response. */
    final class Large extends InputStream {
        private final Runnable progress;
        private long left;
        private long unreported;
        private @Nullable IOException failure;

        private Large(long size, Runnable progress) {
            this.left = size;
            this.progress = progress;
        }

        /** Whether it could not be read to its end, whatever its reader made of that. */
        boolean isBroken() {
            return failure != null;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) return 0;
            if (left == 0) return -1;
            if (failure != null) throw new IOException("The server did not deliver a message", failure);
            int read;
            try {
                read = some(into, from, (int) Math.min(length, left));
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            left -= read;
            unreported += read;
            if (unreported >= STEP) {
                unreported = 0;
                progress.run();
            }
            return read;
        }

        private void end() throws IOException {
            byte[] sink = new byte[8 << 10];
            while (left > 0) if (read(sink, 0, sink.length) < 0) break;
            if (failure != null) throw failure;
            // the rest of the response, which may have literals of its own
            while (true) {
                byte[] line = new byte[256];
                int length = 0;
                do {
                    if (length == line.length) line = Arrays.copyOf(line, Math.multiplyExact(length, 2));
                    if (length > LONGEST_TEXT) throw new IOException("A response that does not end");
                    if (!fill()) throw new IOException("The server hung up");
                    line[length++] = buffer[at++];
                } while (line[length - 1] != '\n' || length < 2 || line[length - 2] != '\r');
                left = literal(line, 0, length);
                if (left < 0) break;
                while (left > 0) if (read(sink, 0, sink.length) < 0) break;
                if (failure != null) throw failure;
            }
        }
    }

    /** How long to wait for a server that owes an answer; also the time over which its pace is measured. */
    void patience(Duration readTimeout) {
        patience = readTimeout.toNanos();
    }

    /** From now on the bytes of a response are valid until the next one is read. */
    void reuse() {
        reusing = true;
    }

    /** As {@link #reuse}, and literals that are too large to be kept are offered as {@link #large()}. */
    void stream(Runnable progress) {
        reusing = true;
        streaming = true;
        onProgress = progress;
    }

    /** Ends what {@link #reuse} or {@link #stream} began. */
    void keepAll() {
        reusing = false;
        streaming = false;
        scratch = NOTHING;
    }

    /** The bytes of the last response stay valid. */
    void keep() {
        scratch = NOTHING;
    }

    /** A command begins: from here on the server's pace is measured anew. */
    void begin() {
        waited = 0;
        arrived = 0;
    }

    /** The body that ended the last response early, to be read before the next response is. */
    Optional<Large> large() {
        return offered ? Optional.ofNullable(large) : Optional.empty();
    }

    @Override
    public ByteArray readResponse(ByteArray unused) throws IOException {
        return readResponse();
    }

    @Override
    public ByteArray readResponse() throws IOException {
        endLarge();
        byte[] response = reusing && scratch.length > 0 ? scratch : new byte[256];
        int length = 0;
        long literals = 0;
        answering = false;
        while (true) {
            int line = length;
            do {
                if (!fill()) throw new IOException("The server hung up");
                answering = true;
                int stop = endOfLine();
                int count = stop - at;
                if (length + count - literals > LONGEST_TEXT) throw new IOException("A response that does not end");
                if (response.length < length + count)
                    response = Arrays.copyOf(response, Math.max(length + count, response.length * 2));
                System.arraycopy(buffer, at, response, length, count);
                length += count;
                at = stop;
            } while (response[length - 1] != '\n' || length - line < 2 || response[length - 2] != '\r');
            long announced = literal(response, line, length);
            if (announced < 0) break;
            if (streaming && announced > LARGEST_KEPT && announced <= LARGEST_STREAMED) {
                length = cut(response, line, length, announced);
                break;
            }
            if (announced > LARGEST_LITERAL - literals) throw new IOException("A literal larger than asked for");
            int until = length + (int) announced;
            while (length < until) {
                int step = Math.min(until - length, STEP);
                // some room behind it for the rest of the line
                if (response.length < length + step + 256) response = Arrays.copyOf(response, length + step + 256);
                read(response, length, step);
                length += step;
            }
            literals += announced;
        }
        answering = large != null;
        lastLength = length;
        if (reusing) scratch = response;
        var result = new ByteArray(response, 0, length);
        result.setCount(length);
        return result;
    }

    /** Ends a response where a large literal begins, as if there were nothing; the literal is still to be read. */
    private int cut(byte[] response, int line, int length, long announced) {
        int open = length - 4;
        while (response[open] != '{') open--;
        System.arraycopy(NIL_AND_END, 0, response, open, NIL_AND_END.length);
        large = new Large(announced, onProgress);
        offered = open - line >= BODY.length;
        for (int i = 0; offered && i < BODY.length; i++)
            offered = Character.toUpperCase((char) response[open - BODY.length + i]) == BODY[i];
        return open + NIL_AND_END.length;
    }

    private void endLarge() throws IOException {
        var rest = large;
        large = null;
        if (rest == null) return;
        answering = true;
        rest.end();
    }

    /** How many bytes the last response had. */
    int lastLength() {
        return lastLength;
    }

    @Override
    public int available() {
        return end - at;
    }

    /**
     * Waits for bytes, which stay to be read.
     *
     * @return whether there are any; false at the end of the stream
     */
    boolean fill() throws IOException {
        if (at < end) return true;
        // the last read filled it: more is to be expected
        if (end == buffer.length && buffer.length < LARGEST_BUFFER) buffer = new byte[buffer.length * 4];
        at = 0;
        end = 0;
        end = Math.max(0, timed(buffer, 0, buffer.length));
        return end > 0;
    }

    private int timed(byte[] into, int from, int length) throws IOException {
        if (!answering) return in.read(into, from, length);
        long before = System.nanoTime();
        int read = in.read(into, from, length);
        waited += System.nanoTime() - before;
        arrived += Math.max(0, read);
        if (waited >= patience) {
            if (arrived < LEAST_BYTES_A_SECOND * (waited / 1_000_000_000.0))
                throw new IOException("A server that only drips");
            begin();
        }
        return read;
    }

    /** Where the next line ends in the buffer, or the buffer does. */
    private int endOfLine() {
        for (int i = at; i < end; i++) if (buffer[i] == '\n') return i + 1;
        return end;
    }

    private void read(byte[] into, int from, int length) throws IOException {
        int done = 0;
        while (done < length) done += some(into, from + done, length - done);
    }

    /** Reads at least one byte of what the server has announced. */
    private int some(byte[] into, int from, int length) throws IOException {
        if (at == end && length >= buffer.length && buffer.length == LARGEST_BUFFER) {
            int read = timed(into, from, length);
            if (read <= 0) throw new IOException("The server hung up");
            return read;
        }
        if (!fill()) throw new IOException("The server hung up");
        int read = Math.min(end - at, length);
        System.arraycopy(buffer, at, into, from, read);
        at += read;
        return read;
    }

    /** The size of the literal announced at the end of a line (RFC 9051 §4.3), or -1. */
    private static long literal(byte[] response, int from, int to) {
        int close = to - 3;
        if (close <= from || response[close] != '}') return -1;
        int open = close - 1;
        while (open >= from && response[open] >= '0' && response[open] <= '9') open--;
        if (open < from || response[open] != '{' || open == close - 1) return -1;
        // more digits than any size worth reading
        if (close - open > 11) return Long.MAX_VALUE;
        return Long.parseLong(new String(response, open + 1, close - open - 1, StandardCharsets.US_ASCII));
    }
}
