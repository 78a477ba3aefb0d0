package org.waxwing.web.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One listener, with a thread of its own that writes to them, so that a slow one delays nobody. Whoever is too slow for
 * too long loses what waits and is told so. A stream ends after an hour: its listener comes back by itself and shows
 * who they are again.
 */
final class LiveClient {
    /** How often a quiet line is shown to be alive. */
    static final Duration BEAT = Duration.ofSeconds(20);

    private static final int MOST_WAITING = 1_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LiveLine line;
    private final Consumer<LiveClient> onEnd;
    private final Duration beat;
    private final BlockingQueue<LiveFrame> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean over;

    LiveClient(LiveLine line, Consumer<LiveClient> onEnd, Duration beat) {
        this.line = line;
        this.onEnd = onEnd;
        this.beat = beat;
    }

    void start(String position) {
        Thread.ofVirtual().name("waxwing-live").start(() -> run(position));
    }

    /** Lets an event wait for its turn; never blocks. */
    void offer(LiveFrame frame) {
        if (waiting.offer(frame)) return;
        waiting.clear();
        waiting.add(LiveFrame.reset(frame.id()));
    }

    /** Ends the stream at the next opportunity; never blocks. */
    void close() {
        over = true;
        offer(LiveFrame.reset(""));
    }

    private void run(String position) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            line.open(position);
            while (!over && System.nanoTime() < end) {
                var frame = waiting.poll(beat.toNanos(), TimeUnit.NANOSECONDS);
                if (over) break;
                if (frame == null) line.beat();
                else line.send(frame);
            }
        } catch (IOException gone) {
            // listeners leave without a word: nothing to tell, nobody to tell it to
            over = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over = true;
            onEnd.accept(this);
            line.close();
        }
    }
}
