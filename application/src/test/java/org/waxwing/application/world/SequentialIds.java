package org.waxwing.application.world;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.waxwing.application.runtime.Ids;

/** Ids that count upwards from 1: readable, and each greater than those before. */
public final class SequentialIds implements Ids {
    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        // the bits of a version 7 id, so that whoever looks at them is content
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | last.incrementAndGet());
    }
}
