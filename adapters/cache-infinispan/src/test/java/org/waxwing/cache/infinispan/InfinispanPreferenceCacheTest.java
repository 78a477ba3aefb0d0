package org.waxwing.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

class InfinispanPreferenceCacheTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Preferences DARK = new Preferences(Map.of(Preference.THEME, "dark"));
    private static final DefaultCacheManager MANAGER = new DefaultCacheManager();

    static {
        MANAGER.defineConfiguration("preferences", new ConfigurationBuilder().build());
    }

    private final InfinispanPreferenceCache cache = at(NOW);
    private final PersonId ada = new PersonId(UUID.randomUUID());
    private final AtomicInteger reads = new AtomicInteger();

    @AfterAll
    static void stop() {
        MANAGER.stop();
    }

    private static InfinispanPreferenceCache at(Instant now) {
        return new InfinispanPreferenceCache(
                MANAGER.getCache("preferences"), Duration.ofSeconds(30), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Preferences dark() {
        reads.incrementAndGet();
        return DARK;
    }

    @Test
    void reads_once_and_remembers_also_that_nothing_was_chosen() {
        var other = new PersonId(UUID.randomUUID());

        assertThat(cache.of(ada, this::dark)).isEqualTo(DARK);
        assertThat(cache.of(ada, this::dark)).isEqualTo(DARK);
        cache.of(other, () -> Preferences.USUAL);

        assertThat(reads).hasValue(1);
        assertThat(cache.of(other, this::dark)).isEqualTo(Preferences.USUAL);
    }

    @Test
    void reads_again_what_was_forgotten() {
        cache.of(ada, () -> Preferences.USUAL);

        cache.forget(ada);

        assertThat(cache.of(ada, this::dark)).isEqualTo(DARK);
    }

    @Test
    void reads_again_after_a_while_whatever_the_cache_still_holds() {
        cache.of(ada, () -> Preferences.USUAL);

        assertThat(at(NOW.plusSeconds(29)).of(ada, this::dark)).isEqualTo(Preferences.USUAL);
        assertThat(at(NOW.plusSeconds(30)).of(ada, this::dark)).isEqualTo(DARK);
    }

    @Test
    void remembers_nothing_that_was_read_before_somebody_chose() {
        cache.of(ada, () -> {
            cache.forget(ada);
            return Preferences.USUAL;
        });

        assertThat(cache.of(ada, this::dark)).isEqualTo(DARK);
    }
}
