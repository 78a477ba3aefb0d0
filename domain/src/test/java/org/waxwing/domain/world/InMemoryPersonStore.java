package org.waxwing.domain.world;

import java.util.Optional;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;

final class InMemoryPersonStore implements PersonStore {
    private static final OrganisationId DEFAULT = OrganisationId.of("00000000-0000-7000-8000-000000000001");
    private final InMemoryWorld world;

    InMemoryPersonStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return world.is(id) ? Optional.ofNullable(world.tables().people.get(id)) : Optional.empty();
    }

    @Override
    public Person keep(PersonId id, UntrustedText name, EmailAddress email) {
        if (!world.is(id)) throw new IllegalStateException("Everybody keeps themselves alone");
        var organisation = person(id).map(Person::organisation).orElse(DEFAULT);
        var person = new Person(id, organisation, name, email);
        world.tables().people.put(id, person);
        return person;
    }
}
