package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.PreferenceStoreContract;
import org.waxwing.domain.preferences.Preferences;
import org.waxwing.domain.world.World;

class JpaPreferenceStoreIT implements PreferenceStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Test
    void two_choices_at_once_both_hold() throws Exception {
        var ada = world().somebody();
        var chosen = new CountDownLatch(1);
        var seen = new CountDownLatch(1);

        var first = Waiting.meanwhile(() -> world().as(ada, () -> {
            world().preferences().choose(ada, Map.of(Preference.THEME, "dark"));
            chosen.countDown();
            Waiting.on(seen);
            return true;
        }));
        Waiting.on(chosen);
        var second = Waiting.meanwhile(() -> world().as(ada, () -> {
            world().preferences().choose(ada, Map.of(Preference.DENSITY, "line"));
            return true;
        }));
        Waiting.untilSomebodyWaitsForALock();
        seen.countDown();

        assertThat(first.get() && second.get()).isTrue();
        assertThat(world().as(ada, () -> world().preferences().of(ada))).isEqualTo(
                new Preferences(Map.of(Preference.THEME, "dark", Preference.DENSITY, "line")));
    }

    @Test
    void what_another_version_stored_is_passed_over() {
        var ada = world().somebody();
        TestDatabase.change("insert into preferences (person_id, chosen) values ('" + ada
                + "', '{\"theme\": \"sepia\", \"zoom\": \"2\", \"density\": 3, \"guide\": \"done\"}')");

        assertThat(world().as(ada, () -> world().preferences().of(ada)))
                .isEqualTo(new Preferences(Map.of(Preference.GUIDE, "done")));
    }
}
