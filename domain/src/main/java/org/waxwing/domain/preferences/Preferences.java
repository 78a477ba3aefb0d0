package org.waxwing.domain.preferences;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a person has chosen.
 *
 * @param chosen only what can be chosen; anything else, as an older or newer version may have stored it, is left out
 */
public record Preferences(Map<Preference, String> chosen) {
    /** Of somebody who has chosen nothing. */
    public static final Preferences USUAL = new Preferences(Map.of());

    public Preferences {
        var allowed = new EnumMap<Preference, String>(Preference.class);
        chosen.forEach((preference, choice) -> {
            if (preference.allows(choice)) allowed.put(preference, choice);
        });
        chosen = Map.copyOf(allowed);
    }

    /** What holds: the choice, or what is usual. */
    public String of(Preference preference) {
        return chosen.getOrDefault(preference, preference.usual());
    }
}
