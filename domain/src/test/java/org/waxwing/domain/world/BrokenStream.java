package org.waxwing.domain.world;

import java.io.IOException;
import java.io.InputStream;

/** Gives some bytes, then breaks. */
public final class BrokenStream extends InputStream {
    private final byte[] before;
    private int given;

    public BrokenStream(byte[] before) {
        this.before = before.clone();
    }

    @Override
    public int read() throws IOException {
        if (given == before.length) throw new IOException("cut");
        return before[given++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (given == before.length) throw new IOException("cut");
        int count = Math.min(length, before.length - given);
        System.arraycopy(before, given, into, offset, count);
        given += count;
        return count;
    }
}
