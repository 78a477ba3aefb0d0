package org.waxwing.application.identity;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;

/** Lets in somebody whom the identity provider vouches for, and keeps their name as it is spelt today. */
public class WelcomePerson {
    private final Transactions transactions;
    private final PersonStore people;

    public WelcomePerson(Transactions transactions, PersonStore people) {
        this.transactions = transactions;
        this.people = people;
    }

    /** The person behind {@code id}; new people join the default organisation. */
    public Person welcome(PersonId id, UntrustedText name, EmailAddress email) {
        return transactions.call(Actor.of(id), () -> {
            var known = people.person(id);
            if (known.isPresent() && known.get().name().equals(name) && known.get().email().equals(email))
                return known.get();
            return people.keep(id, name, email);
        });
    }
}
