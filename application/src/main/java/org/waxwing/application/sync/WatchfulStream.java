package org.waxwing.application.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Does something now and then while it is read: a huge message over a slow line takes longer than a claim lasts. */
final class WatchfulStream extends FilterInputStream {
    private final Runnable nowAndThen;

    WatchfulStream(InputStream source, Runnable nowAndThen) {
        super(source);
        this.nowAndThen = nowAndThen;
    }

    @Override
    public int read() throws IOException {
        nowAndThen.run();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        nowAndThen.run();
        return super.read(into, offset, length);
    }
}
