package org.waxwing.cache.infinispan;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.domain.identity.PersonId;

/**
 * Counts refusals in fixed windows of time, each a key of its own that expires with its window. Two refusals at the
 * same moment may count as one on different nodes: that is close enough to stop guessing.
 */
public class InfinispanAttemptLimit implements AttemptLimit {
    private final Cache<String, Integer> counts;
    private final int most;
    private final Duration window;
    private final Clock clock;

    /**
     * A limit of {@code most} refusals in a {@code window} of time.
     *
     * @param counts may be shared with other limits of the same kind
     */
    public InfinispanAttemptLimit(Cache<String, Integer> counts, int most, Duration window, Clock clock) {
        this.counts = counts;
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public boolean admits(PersonId who, String what) {
        return counts.getOrDefault(key(who, what), 0) < most;
    }

    @Override
    public void refused(PersonId who, String what) {
        var key = key(who, what);
        counts.put(key, counts.getOrDefault(key, 0) + 1, window.toMillis(), TimeUnit.MILLISECONDS);
    }

    private String key(PersonId who, String what) {
        return who + " " + what + " " + clock.millis() / window.toMillis();
    }
}
