package org.waxwing.runtime.jakarta;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.waxwing.application.runtime.Ids;

/** Ids that grow with time (RFC 9562 §5.7), so that rows stored together lie together. Thread-safe. */
public class TimeOrderedIds implements Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_BITS = 12;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    // milliseconds since 1970 and a counter within them, in one number that only grows
    private long last;

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long tick = tick();
        long most = (tick >>> COUNTER_BITS) << 16 | VERSION_7 | (tick & ((1L << COUNTER_BITS) - 1));
        return new UUID(most, VARIANT | (random.nextLong() >>> 2));
    }

    private synchronized long tick() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        return last;
    }
}
