package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.learning.Habits;

/** Habits in {@code person_habits}. */
public final class JpaHabitStore implements HabitStore {
    private final Sql sql;

    public JpaHabitStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public Habits habits() {
        return sql.list(row -> Habits.parse(row.getString("habits")),
                "select habits from person_habits where person_id = current_person()").stream()
                .findFirst()
                .orElse(Habits.NONE);
    }

    @Override
    public void keep(Habits habits) {
        sql.run("""
                insert into person_habits (person_id, habits) values (current_person(), ?)
                on conflict (person_id) do update set habits = excluded.habits
                """, habits.write());
    }
}
