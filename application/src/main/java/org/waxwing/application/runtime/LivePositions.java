package org.waxwing.application.runtime;

import org.waxwing.domain.identity.PersonId;

/** Where the line of events to the open pages of a person stands. Never blocks and never fails. */
@FunctionalInterface
public interface LivePositions {
    /**
     * Where {@code person} stands now. A page that is made behind it, and then listens from there, misses nothing of what
     * happens meanwhile.
     */
    String position(PersonId person);
}
