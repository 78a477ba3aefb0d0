package org.waxwing.application.runtime;

import org.waxwing.domain.identity.PersonId;

/** How often somebody may try something that could be misused, over all nodes. */
public interface AttemptLimit {
    /**
     * Counts one attempt.
     *
     * @return false when there were too many within the last minutes
     */
    boolean admits(PersonId who, String what);
}
