package org.waxwing.web.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

/** Every choice that holds, by its name. */
@Schema(name = "Settings", description = SettingsBody.DESCRIPTION, type = SchemaType.OBJECT, additionalProperties = String.class)
public record SettingsBody(@JsonValue @Schema(hidden = true) Map<String, String> choices) {
    static final String DESCRIPTION = "Choices by name; the first of each holds until somebody chooses. `timeZone`: auto or"
            + " the name of a zone. `language`: auto, en, de, zh. `theme`: auto, light, dark. `density`: roomy, compact, line."
            + " `readingPane`: right, below, off. `conversations`: on, off. `markRead`: 0, 2, 5 seconds, never."
            + " `messageColours`: adapted, original. `singleKeys`: on, off. `swipeRight` and `swipeLeft`: archive, snooze,"
            + " later, read, star, trash, none. `notify`: none, imbox, all. `notifyContent`: on, off. `sorting` and `screener`:"
            + " on, off. `guide`: open, done.";

    public SettingsBody {
        choices = Map.copyOf(choices);
    }

    static SettingsBody of(Preferences preferences) {
        var choices = new LinkedHashMap<String, String>();
        for (var preference : Preference.values()) choices.put(preference.key(), preferences.of(preference));
        return new SettingsBody(choices);
    }
}
