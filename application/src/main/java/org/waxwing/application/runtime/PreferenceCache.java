package org.waxwing.application.runtime;

import java.util.Optional;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preferences;

/** What people chose, remembered for a short while. Losing it costs a query. Safe for many threads. */
public interface PreferenceCache {
    /** What is remembered of that person, if anything is. */
    Optional<Preferences> remembered(PersonId person);

    /** Remembers what was read, unless something is remembered: that may have been chosen since it was read. */
    void remember(PersonId person, Preferences preferences);

    /** Remembers what was chosen just now. */
    void replace(PersonId person, Preferences preferences);
}
