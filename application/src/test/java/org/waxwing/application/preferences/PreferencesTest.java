package org.waxwing.application.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.PreferenceCache;
import org.waxwing.application.world.House;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

class PreferencesTest {
    /** Remembers for ever. */
    private static final class Memory implements PreferenceCache {
        private final Map<PersonId, Preferences> known = new HashMap<>();

        @Override
        public Preferences of(PersonId person, Supplier<Preferences> read) {
            return known.computeIfAbsent(person, it -> read.get());
        }

        @Override
        public void forget(PersonId person) {
            known.remove(person);
        }
    }

    private final House house = new House();
    private final Memory memory = new Memory();
    private final ReadPreferences read = new ReadPreferences(
            house.transactions(), house.world().preferences(), memory);
    private final ChangePreferences change = new ChangePreferences(
            house.transactions(), house.world().preferences(), memory);
    private final PersonId ada = house.world().somebody();

    @Test
    void are_what_is_usual_at_first() {
        assertThat(read.of(ada)).isEqualTo(Preferences.USUAL);
    }

    @Test
    void hold_at_once_when_they_are_changed() {
        read.of(ada);

        var told = change.change(ada, Map.of(Preference.THEME, "dark"));
        change.change(ada, Map.of(Preference.DENSITY, "line"));

        assertThat(told.of(Preference.THEME)).isEqualTo("dark");
        assertThat(read.of(ada)).isEqualTo(
                new Preferences(Map.of(Preference.THEME, "dark", Preference.DENSITY, "line")));
    }

    @Test
    void are_read_from_the_store_once() {
        read.of(ada);
        house.as(ada, () -> {
            house.world().preferences().choose(ada, Map.of(Preference.THEME, "dark"));
            return true;
        });

        assertThat(read.of(ada)).as("remembered").isEqualTo(Preferences.USUAL);
    }

    @Test
    void are_only_what_can_be_chosen() {
        assertThatThrownBy(() -> change.change(ada, Map.of(Preference.THEME, "sepia")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sepia");
        assertThat(read.of(ada)).isEqualTo(Preferences.USUAL);
    }
}
