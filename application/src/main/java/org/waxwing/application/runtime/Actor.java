package org.waxwing.application.runtime;

import org.waxwing.domain.identity.PersonId;

/** For whom a transaction acts; decides which rows exist in it. */
public sealed interface Actor {
    /** A person: sees everything of their own and nothing else. */
    record OfPerson(PersonId person) implements Actor {}

    /** The house itself: sees which accounts there are and which events wait, and no mail at all. */
    record House() implements Actor {}

    /** The actor that stands for {@code person}. */
    static Actor of(PersonId person) {
        return new OfPerson(person);
    }
}
