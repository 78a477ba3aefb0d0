package org.waxwing.mail.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ResponseInputStream;

/**
 * Reads responses as the library's reader does, but not more than can be wanted: that one would reserve whatever size
 * a server announces.
 */
final class ResponseReader extends ResponseInputStream {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LARGEST_LITERAL = 16 << 20;
    private static final int STEP = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int end;
    private int lastLength;

    ResponseReader(InputStream in) {
        super(in);
        this.in = in;
    }

    @Override
    public ByteArray readResponse(ByteArray unused) throws IOException {
        return readResponse();
    }

    @Override
    public ByteArray readResponse() throws IOException {
        byte[] response = new byte[256];
        int length = 0;
        int literals = 0;
        while (true) {
            int line = length;
            do {
                if (length - literals > LONGEST_TEXT) throw new IOException("A response that does not end");
                if (length == response.length) response = Arrays.copyOf(response, length * 2);
                response[length++] = next();
            } while (response[length - 1] != '\n' || length - line < 2 || response[length - 2] != '\r');
            int announced = literal(response, line, length);
            if (announced < 0) break;
            if (announced > LARGEST_LITERAL - literals) throw new IOException("A literal larger than asked for");
            int until = length + announced;
            while (length < until) {
                int step = Math.min(until - length, STEP);
                // some room behind it for the rest of the line
                if (response.length < length + step + 256) response = Arrays.copyOf(response, length + step + 256);
                read(response, length, step);
                length += step;
            }
            literals += announced;
        }
        lastLength = length;
        var result = new ByteArray(response, 0, length);
        result.setCount(length);
        return result;
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
        int read = in.read(buffer);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }

    private byte next() throws IOException {
        if (!fill()) throw new IOException("The server hung up");
        return buffer[at++];
    }

    private void read(byte[] into, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!fill()) throw new IOException("The server hung up");
            int step = Math.min(end - at, length - done);
            System.arraycopy(buffer, at, into, from + done, step);
            at += step;
            done += step;
        }
    }

    /** The size of the literal announced at the end of a line (RFC 9051 §4.3), or -1. */
    private static int literal(byte[] response, int from, int to) {
        int close = to - 3;
        if (close <= from || response[close] != '}') return -1;
        int open = close - 1;
        while (open >= from && response[open] >= '0' && response[open] <= '9') open--;
        if (open < from || response[open] != '{' || open == close - 1) return -1;
        // more digits than any size worth reading
        if (close - open > 10) return Integer.MAX_VALUE;
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(new String(response, open + 1, close - open - 1,
                StandardCharsets.US_ASCII)));
    }
}
