package org.waxwing.application.triage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.domain.triage.SnoozePresets;
import org.waxwing.domain.triage.SnoozeWords;

/** Says until when something could be snoozed: the usual moments, and what somebody has typed. */
public class SuggestSnoozeTimes {
    private final Clock clock;

    public SuggestSnoozeTimes(Clock clock) {
        this.clock = clock;
    }

    /** What can be offered. */
    public sealed interface Suggestion {
        /** Which moments are usual. */
        List<SnoozePresets.Preset> presets();

        /** Nothing was typed, or what was typed is no moment ahead. */
        record Usual(List<SnoozePresets.Preset> presets) implements Suggestion {
            public Usual {
                presets = List.copyOf(presets);
            }
        }

        /** What was typed is this moment. */
        record Understood(Instant at, List<SnoozePresets.Preset> presets) implements Suggestion {
            public Understood {
                presets = List.copyOf(presets);
            }
        }
    }

    /** What can be offered to somebody in {@code zone} who has typed {@code text}. */
    public Suggestion suggest(String text, Locale locale, ZoneId zone) {
        var now = clock.instant().atZone(zone);
        var presets = SnoozePresets.of(now);
        Optional<Suggestion> understood = SnoozeWords.moment(text, locale, now)
                .map(at -> new Suggestion.Understood(at, presets));
        return understood.orElseGet(() -> new Suggestion.Usual(presets));
    }
}
