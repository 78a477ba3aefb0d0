package org.waxwing.mail.mime;

import java.io.IOException;
import java.io.InputStream;

/** Bytes from which a transfer encoding (RFC 2045 §6) is taken off; whatever is wrong with it is passed over. */
abstract class DecodedBytes extends InputStream {
    private final InputStream encoded;
    private final byte[] single = new byte[1];
    private boolean atEnd;

    /** What was read of the encoded bytes and not yet decoded: from {@link #at} to {@link #end}. */
    final byte[] buffer = new byte[8 << 10];
    int at;
    int end;

    DecodedBytes(InputStream encoded) {
        this.encoded = encoded;
    }

    /** Has at least {@code wanted} encoded bytes at hand, unless there are no more; whether there are any. */
    final boolean fill(int wanted) throws IOException {
        if (end - at >= wanted || atEnd) return at < end;
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < wanted && !atEnd) {
            int read = encoded.read(buffer, end, buffer.length - end);
            if (read < 0) atEnd = true;
            else end += read;
        }
        return end > 0;
    }

    /** Decodes at most {@code count} bytes, at least one unless it is over: then none. */
    abstract int decode(byte[] into, int from, int count) throws IOException;

    @Override
    public final int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) return 0;
        int decoded = decode(into, from, count);
        return decoded == 0 ? -1 : decoded;
    }

    @Override
    public final int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }
}
