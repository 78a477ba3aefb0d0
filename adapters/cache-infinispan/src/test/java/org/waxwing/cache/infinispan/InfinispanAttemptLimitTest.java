package org.waxwing.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.AttemptLimitContract;
import org.waxwing.domain.identity.PersonId;

class InfinispanAttemptLimitTest implements AttemptLimitContract {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final DefaultCacheManager MANAGER = new DefaultCacheManager();

    static {
        MANAGER.defineConfiguration("attempts", new ConfigurationBuilder().build());
    }

    @AfterAll
    static void stop() {
        MANAGER.stop();
    }

    @Override
    public AttemptLimit limit() {
        return at(NOW);
    }

    private static AttemptLimit at(Instant now) {
        return new InfinispanAttemptLimit(
                MANAGER.getCache("attempts"), 5, WINDOW, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void forgives_with_the_next_window() {
        var ada = new PersonId(new UUID(1, 1));
        while (at(NOW).admits(ada, "try")) at(NOW).refused(ada, "try");

        assertThat(at(NOW.plus(WINDOW)).admits(ada, "try")).isTrue();
    }
}
