package org.waxwing.application.runtime;

import java.util.function.Supplier;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preferences;

/** What people chose, remembered for a short while. Losing it costs a query. Safe for many threads. */
public interface PreferenceCache {
    /**
     * What is remembered of that person, or else what {@code read} gives; that is remembered then, unless they chose
     * something while it was being read.
     */
    Preferences of(PersonId person, Supplier<Preferences> read);

    /** Forgets what is remembered of that person: they have chosen. */
    void forget(PersonId person);
}
