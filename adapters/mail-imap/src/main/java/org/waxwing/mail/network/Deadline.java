package org.waxwing.mail.network;

import java.io.Closeable;
import java.time.Duration;

/** Closes something unless told in time that there is no need. */
public final class Deadline {
    /** No limit at all. */
    public static final Deadline NONE = new Deadline(Duration.ofDays(1), () -> {});

    private final long limit;
    private final Thread clock;
    private volatile long until;

    private Deadline(Duration limit, Closeable victim) {
        this.limit = limit.toNanos();
        this.until = System.nanoTime() + this.limit;
        this.clock = Thread.ofVirtual().name("mail-deadline").unstarted(() -> run(victim));
    }

    /** Closes {@code victim} when {@code limit} is over, however many bytes may be dripping in. */
    public static Deadline after(Duration limit, Closeable victim) {
        var deadline = new Deadline(limit, victim);
        deadline.clock.start();
        return deadline;
    }

    private void run(Closeable victim) {
        try {
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime())
                Thread.sleep(Duration.ofNanos(left));
            Closing.quietly(victim);
        } catch (InterruptedException e) {
            // met: nothing to do
            Thread.currentThread().interrupt();
        }
    }

    /** Part of what was to be done is done: the rest has as long again. */
    public void again() {
        until = System.nanoTime() + limit;
    }

    /** What was to be done is done. */
    public void met() {
        clock.interrupt();
    }
}
