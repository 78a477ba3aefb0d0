package org.waxwing.bootstrap.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.infinispan.Cache;
import org.waxwing.application.preferences.ChangePreferences;
import org.waxwing.application.preferences.ReadPreferences;
import org.waxwing.application.runtime.PreferenceCache;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.cache.infinispan.InfinispanPreferenceCache;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.persistence.jpa.JpaPreferenceStore;

/** What people choose about their pages. */
@ApplicationScoped
public class PreferencesWiring {
    // how late another node may learn of a change
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(30);

    @Resource(lookup = "java:jboss/infinispan/cache/waxwing/preferences")
    private Cache<String, Map<String, String>> remembered;

    @Produces
    @Singleton
    PreferenceStore preferences(EntityManager database) {
        return new JpaPreferenceStore(database);
    }

    @Produces
    @Singleton
    PreferenceCache preferenceCache(Clock clock) {
        return new InfinispanPreferenceCache(remembered, REMEMBERED_FOR, clock);
    }

    @Produces
    @Singleton
    ReadPreferences readPreferences(Transactions transactions, PreferenceStore store, PreferenceCache cache) {
        return new ReadPreferences(transactions, store, cache);
    }

    @Produces
    @Singleton
    ChangePreferences changePreferences(Transactions transactions, PreferenceStore store, PreferenceCache cache) {
        return new ChangePreferences(transactions, store, cache);
    }
}
