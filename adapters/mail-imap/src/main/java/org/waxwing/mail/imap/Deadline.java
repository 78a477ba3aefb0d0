package org.waxwing.mail.imap;

import java.io.Closeable;
import java.time.Duration;

/** Closes something unless told in time that there is no need. */
final class Deadline {
    private final Thread clock;

    private Deadline(Thread clock) {
        this.clock = clock;
    }

    static Deadline after(Duration limit, Closeable victim) {
        return new Deadline(Thread.ofVirtual().name("imap-deadline").start(() -> {
            try {
                Thread.sleep(limit);
                Closing.quietly(victim);
            } catch (InterruptedException e) {
                // met: nothing to do
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** What was to be done is done. */
    void met() {
        clock.interrupt();
    }
}
