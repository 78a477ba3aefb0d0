package org.waxwing.web.rest;

import java.util.EnumMap;
import java.util.Map;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.web.rest.problem.ProblemException;

/** What somebody chooses; everything else stays. */
record SettingsChange(Map<Preference, String> choices) {
    SettingsChange {
        choices = Map.copyOf(choices);
    }

    /**
     * Reads it to the end.
     *
     * @throws ProblemException {@code validation}, with everything that is wrong
     */
    static SettingsChange of(Fields fields) {
        var choices = new EnumMap<Preference, String>(Preference.class);
        for (var name : fields.names()) {
            var preference = Preference.of(name);
            if (preference.isEmpty()) fields.wrong(name, "There is no such setting.");
            else choose(fields, preference.get(), choices);
        }
        fields.check();
        return new SettingsChange(choices);
    }

    private static void choose(Fields fields, Preference preference, Map<Preference, String> choices) {
        var choice = fields.text(preference.key());
        if (preference.allows(choice)) choices.put(preference, choice);
        else
            fields.wrong(preference.key(), "This has to be one of " + String.join(", ", preference.choices())
                    + (preference == Preference.TIME_ZONE ? ", or the name of a time zone." : "."));
    }
}
