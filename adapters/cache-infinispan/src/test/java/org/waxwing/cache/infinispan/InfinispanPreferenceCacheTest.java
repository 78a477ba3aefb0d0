package org.waxwing.cache.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

class InfinispanPreferenceCacheTest {
    private static final DefaultCacheManager MANAGER = new DefaultCacheManager();

    static {
        MANAGER.defineConfiguration("preferences", new ConfigurationBuilder().build());
    }

    private final InfinispanPreferenceCache cache = new InfinispanPreferenceCache(MANAGER.getCache("preferences"));
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @AfterAll
    static void stop() {
        MANAGER.stop();
    }

    @Test
    void remembers_nothing_of_whom_it_was_not_told() {
        assertThat(cache.remembered(ada)).isEmpty();
    }

    @Test
    void remembers_what_was_chosen_also_when_that_is_nothing() {
        var dark = new Preferences(Map.of(Preference.THEME, "dark"));
        var other = new PersonId(UUID.randomUUID());

        cache.remember(ada, dark);
        cache.remember(other, Preferences.USUAL);

        assertThat(cache.remembered(ada)).contains(dark);
        assertThat(cache.remembered(other)).contains(Preferences.USUAL);
    }

    @Test
    void keeps_what_was_chosen_when_something_that_was_read_before_comes_late() {
        var dark = new Preferences(Map.of(Preference.THEME, "dark"));
        cache.remember(ada, Preferences.USUAL);

        cache.replace(ada, dark);
        cache.remember(ada, Preferences.USUAL);

        assertThat(cache.remembered(ada)).contains(dark);
    }
}
