package org.waxwing.cache.infinispan;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.infinispan.Cache;
import org.waxwing.application.runtime.PreferenceCache;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

/**
 * Remembers choices by person, as text alone. Each carries the moment until which it holds: a simple cache hands out what
 * has expired until it comes round to throwing it away.
 */
public class InfinispanPreferenceCache implements PreferenceCache {
    // no preference has an empty name
    private static final String UNTIL = "";

    private final Cache<String, Map<String, String>> choices;
    private final Duration lasting;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();

    /** Remembers for as long as {@code lasting} says, which is how late another node may learn of a change. */
    public InfinispanPreferenceCache(Cache<String, Map<String, String>> choices, Duration lasting, Clock clock) {
        this.choices = choices;
        this.lasting = lasting;
        this.clock = clock;
    }

    @Override
    public Preferences of(PersonId person, Supplier<Preferences> read) {
        var key = person.toString();
        var known = choices.get(key);
        if (known != null && holds(known)) return preferences(known);
        long before = changes.get();
        var preferences = read.get();
        choices.put(key, text(preferences));
        // what was read before somebody chose must not outlive the choice; whichever comes last, it is gone
        if (changes.get() != before) choices.remove(key);
        return preferences;
    }

    @Override
    public void forget(PersonId person) {
        changes.incrementAndGet();
        choices.remove(person.toString());
    }

    private boolean holds(Map<String, String> text) {
        var until = text.get(UNTIL);
        return until != null && clock.millis() < Long.parseLong(until);
    }

    private Map<String, String> text(Preferences preferences) {
        var text = new HashMap<String, String>();
        preferences.chosen().forEach((preference, choice) -> text.put(preference.key(), choice));
        text.put(UNTIL, String.valueOf(clock.millis() + lasting.toMillis()));
        return text;
    }

    private static Preferences preferences(Map<String, String> text) {
        var chosen = new EnumMap<Preference, String>(Preference.class);
        text.forEach((key, choice) -> Preference.of(key).ifPresent(it -> chosen.put(it, choice)));
        return new Preferences(chosen);
    }
}
