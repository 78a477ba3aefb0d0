package org.waxwing.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A line whose other end is the test. */
final class FakeLine implements LiveLine {
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch flowing;
    private volatile boolean broken;

    /** A line that is as fast as it gets. */
    FakeLine() {
        this(new CountDownLatch(0));
    }

    /** A line that is stuck until {@code flowing}. */
    FakeLine(CountDownLatch flowing) {
        this.flowing = flowing;
    }

    /** The next thing heard: {@code open <position>}, {@code beat}, or {@code <name> <id>}. */
    String next() throws InterruptedException {
        var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("something is heard").isNotNull();
        return next;
    }

    void tear() {
        broken = true;
    }

    void awaitEnd() throws InterruptedException {
        assertThat(closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the line ends").isTrue();
    }

    @Override
    public void open(String position) throws IOException {
        hear("open " + position);
    }

    @Override
    public void send(LiveFrame frame) throws IOException {
        hear(frame.name() + " " + frame.id());
    }

    @Override
    public void beat() throws IOException {
        hear("beat");
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void hear(String what) throws IOException {
        if (broken) throw new IOException("torn");
        heard.add(what);
        try {
            flowing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
