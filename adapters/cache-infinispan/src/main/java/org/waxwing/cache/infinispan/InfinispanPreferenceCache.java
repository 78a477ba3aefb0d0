package org.waxwing.cache.infinispan;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.infinispan.Cache;
import org.waxwing.application.runtime.PreferenceCache;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

/** Remembers choices by person, as text alone, so that every node can read what another one remembers. */
public class InfinispanPreferenceCache implements PreferenceCache {
    private final Cache<String, Map<String, String>> choices;

    public InfinispanPreferenceCache(Cache<String, Map<String, String>> choices) {
        this.choices = choices;
    }

    @Override
    public Optional<Preferences> remembered(PersonId person) {
        return Optional.ofNullable(choices.get(person.toString())).map(text -> {
            var chosen = new EnumMap<Preference, String>(Preference.class);
            text.forEach((key, choice) -> Preference.of(key).ifPresent(it -> chosen.put(it, choice)));
            return new Preferences(chosen);
        });
    }

    @Override
    public void remember(PersonId person, Preferences preferences) {
        choices.putIfAbsent(person.toString(), text(preferences));
    }

    @Override
    public void replace(PersonId person, Preferences preferences) {
        choices.put(person.toString(), text(preferences));
    }

    private static Map<String, String> text(Preferences preferences) {
        var text = new HashMap<String, String>();
        preferences.chosen().forEach((preference, choice) -> text.put(preference.key(), choice));
        return text;
    }
}
