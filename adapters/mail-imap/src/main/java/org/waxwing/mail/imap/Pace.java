package org.waxwing.mail.imap;

import java.time.Duration;

/**
 * How many messages to ask for by one command: few enough that it is over within seconds, however slow the line or whoever
 * takes them, and many where nobody notices. Belongs to one thread.
 */
final class Pace {
    private static final int FEWEST = 20;
    private static final int MOST = 5_000;
    private static final long QUICK = Duration.ofSeconds(2).toNanos();
    private static final long SLOW = Duration.ofSeconds(15).toNanos();

    private int messages = 500;

    int messages() {
        return messages;
    }

    /** So many took so long. */
    void took(int count, long nanos) {
        if (nanos > SLOW) messages = Math.max(FEWEST, Math.min(messages, count) / 2);
        else if (nanos < QUICK && count >= messages) messages = Math.min(MOST, messages * 2);
    }
}
