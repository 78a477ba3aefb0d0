package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;

/** People in {@code person}. */
public final class JpaPersonStore implements PersonStore {
    private final EntityManager database;
    private final Sql sql;

    public JpaPersonStore(EntityManager database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return row(id).map(PersonRow::toPerson);
    }

    @Override
    public Person keep(PersonId id, UntrustedText name, EmailAddress email) {
        // a page that opens sends several requests at once, and each of them may be the first of this person
        sql.run("""
                insert into person (id, name, email_name, email_address) values (?, ?, ?, ?)
                on conflict (id) do nothing
                """, id.value(), name.value(), email.name().value(), email.address());
        var row = row(id).orElseThrow(() -> new IllegalStateException("Person " + id + " cannot be kept by others"));
        row.become(name, email);
        return row.toPerson();
    }

    private Optional<PersonRow> row(PersonId id) {
        return Optional.ofNullable(database.find(PersonRow.class, id.value()));
    }
}
