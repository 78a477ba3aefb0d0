package org.waxwing.domain.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @Test
    void answer_everything_for_whoever_has_chosen_nothing() {
        assertThat(Preference.values()).allSatisfy(it -> assertThat(Preferences.USUAL.of(it)).isEqualTo(it.usual()));
    }

    @Test
    void answer_what_was_chosen() {
        var preferences = new Preferences(Map.of(Preference.THEME, "dark", Preference.TIME_ZONE, "Europe/Berlin"));

        assertThat(preferences.of(Preference.THEME)).isEqualTo("dark");
        assertThat(preferences.of(Preference.TIME_ZONE)).isEqualTo("Europe/Berlin");
        assertThat(preferences.of(Preference.DENSITY)).isEqualTo("roomy");
    }

    @Test
    void pass_over_what_cannot_be_chosen_any_more() {
        assertThat(new Preferences(Map.of(Preference.THEME, "sepia")).of(Preference.THEME)).isEqualTo("auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "+02:00", "GMT+2", "", "../etc", "europe/berlin"})
    void know_only_zones_that_have_a_summer_and_a_name(String zone) {
        assertThat(Preference.TIME_ZONE.allows(zone)).isFalse();
    }

    @Test
    void have_names_that_find_them() {
        assertThat(Stream.of(Preference.values()).map(Preference::key)).doesNotHaveDuplicates();
        assertThat(Preference.values()).allSatisfy(it -> assertThat(Preference.of(it.key())).contains(it));
        assertThat(Preference.of("colour")).isEmpty();
    }
}
