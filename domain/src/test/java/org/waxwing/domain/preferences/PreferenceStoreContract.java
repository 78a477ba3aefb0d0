package org.waxwing.domain.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.world.World;

/** What every {@link PreferenceStore} does. */
public interface PreferenceStoreContract {
    World world();

    private Preferences of(PersonId person) {
        return world().as(person, () -> world().preferences().of(person));
    }

    private void choose(PersonId person, Map<Preference, String> choices) {
        world().run(person, () -> world().preferences().choose(person, choices));
    }

    @Test
    default void answers_what_is_usual_for_whoever_chose_nothing() {
        assertThat(of(world().somebody())).isEqualTo(Preferences.USUAL);
    }

    @Test
    default void keeps_what_was_chosen() {
        var ada = world().somebody();

        choose(ada, Map.of(Preference.THEME, "dark", Preference.TIME_ZONE, "America/Argentina/Ushuaia"));

        assertThat(of(ada)).isEqualTo(new Preferences(
                Map.of(Preference.THEME, "dark", Preference.TIME_ZONE, "America/Argentina/Ushuaia")));
    }

    @Test
    default void keeps_what_was_chosen_before_about_something_else() {
        var ada = world().somebody();

        choose(ada, Map.of(Preference.THEME, "dark", Preference.DENSITY, "line"));
        choose(ada, Map.of(Preference.THEME, "light"));
        choose(ada, Map.of());

        assertThat(of(ada)).isEqualTo(
                new Preferences(Map.of(Preference.THEME, "light", Preference.DENSITY, "line")));
    }

    @Test
    default void tells_nobody_else_and_lets_nobody_else_choose() {
        var ada = world().somebody();
        var eve = world().somebody();
        choose(ada, Map.of(Preference.THEME, "dark"));

        var seen = world().as(eve, () -> world().preferences().of(ada));
        world().attempt(eve, () -> world().preferences().choose(ada, Map.of(Preference.THEME, "light")));

        assertThat(seen).isEqualTo(Preferences.USUAL);
        assertThat(of(ada).of(Preference.THEME)).isEqualTo("dark");
    }
}
