package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import org.waxwing.application.runtime.Actor;

/**
 * Tells the database for whom the running transaction acts; its policies decide which rows exist then. The settings end
 * with the transaction: the next one on the same connection sees nothing until it has entered, too.
 */
public final class RowLevelSecurity {
    private final Sql sql;

    public RowLevelSecurity(EntityManager database) {
        this.sql = new Sql(database);
    }

    /** Has to be the first thing that happens in every transaction. */
    public void enter(Actor actor) {
        switch (actor) {
            case Actor.OfPerson(var person) -> enter(person.toString(), "person");
            case Actor.House() -> enter("", "house");
        }
    }

    private void enter(String person, String actor) {
        sql.list(row -> true, "select set_config('app.user_id', ?, true), set_config('app.actor', ?, true)", person,
                actor);
    }
}
