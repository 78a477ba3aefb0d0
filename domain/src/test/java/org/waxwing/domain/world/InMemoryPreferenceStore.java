package org.waxwing.domain.world;

import java.util.HashMap;
import java.util.Map;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.preferences.Preferences;

final class InMemoryPreferenceStore implements PreferenceStore {
    private final InMemoryWorld world;

    InMemoryPreferenceStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Preferences of(PersonId person) {
        return world.is(person)
                ? world.tables().preferences.getOrDefault(person, Preferences.USUAL)
                : Preferences.USUAL;
    }

    @Override
    public void choose(PersonId person, Map<Preference, String> choices) {
        if (!world.is(person)) throw new IllegalStateException("Everybody chooses for themselves alone");
        var chosen = new HashMap<>(of(person).chosen());
        chosen.putAll(choices);
        world.tables().preferences.put(person, new Preferences(chosen));
    }
}
