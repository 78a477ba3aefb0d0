package org.waxwing.persistence.jpa;

import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.Map;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.preferences.Preferences;

/** Choices in {@code preferences}. */
public final class JpaPreferenceStore implements PreferenceStore {
    private final Sql sql;

    public JpaPreferenceStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public Preferences of(PersonId person) {
        return sql.list(row -> preferences(row.getString("chosen")),
                "select chosen from preferences where person_id = ?", person.value()).stream()
                .findFirst()
                .orElse(Preferences.USUAL);
    }

    @Override
    public void choose(PersonId person, Map<Preference, String> choices) {
        sql.run("""
                insert into preferences (person_id, chosen) values (?, ?::jsonb)
                on conflict (person_id) do update set chosen = preferences.chosen || excluded.chosen
                """, person.value(), json(choices));
    }

    private static String json(Map<Preference, String> choices) {
        var json = JsonText.JSON.createObjectBuilder();
        choices.forEach((preference, choice) -> json.add(preference.key(), choice));
        return json.build().toString();
    }

    private static Preferences preferences(String json) {
        var chosen = new EnumMap<Preference, String>(Preference.class);
        JsonText.object(json).forEach((key, value) -> {
            // what another version stored under names or in ways of its own says nothing here
            if (value instanceof JsonString text) Preference.of(key).ifPresent(it -> chosen.put(it, text.getString()));
        });
        return new Preferences(chosen);
    }
}
