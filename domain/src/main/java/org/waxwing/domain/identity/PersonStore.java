package org.waxwing.domain.identity;

import java.util.Optional;
import org.waxwing.domain.content.UntrustedText;

/** People known here. Every method needs an open transaction of the person it is about. */
public interface PersonStore {
    /** The person, if they were here before. */
    Optional<Person> person(PersonId id);

    /**
     * Keeps a person, new or changed, and tells what is kept. Someone new joins the default organisation; someone
     * known stays in theirs.
     */
    Person keep(PersonId id, UntrustedText name, EmailAddress email);
}
