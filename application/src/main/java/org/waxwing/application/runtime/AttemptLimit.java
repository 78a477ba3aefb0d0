package org.waxwing.application.runtime;

import org.waxwing.domain.identity.PersonId;

/**
 * Stops somebody who keeps failing at something that could be misused, such as trying passwords on a mail server; over
 * all nodes. What goes well is never counted.
 */
public interface AttemptLimit {
    /** Whether {@code who} may try {@code what}; false after too many refusals within the last minutes. */
    boolean admits(PersonId who, String what);

    /** Counts a refused attempt. */
    void refused(PersonId who, String what);
}
