package org.waxwing.domain.preferences;

import java.util.Map;
import org.waxwing.domain.identity.PersonId;

/** What people have chosen. Every method needs an open transaction of the person it is about. */
public interface PreferenceStore {
    /** What they have chosen; {@link Preferences#USUAL} for whoever has chosen nothing. */
    Preferences of(PersonId person);

    /** Keeps these choices beside what was chosen before. Two at once both hold, as far as they are about different things. */
    void choose(PersonId person, Map<Preference, String> choices);
}
