package org.waxwing.web.rest.change;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.triage.SnoozePresets;

/**
 * Until when something could be snoozed.
 *
 * @param at what was typed; null when it is no moment ahead, or nothing was typed
 * @param presets the usual moments, the next first
 */
@Schema(name = "SnoozeTimes")
public record SnoozeTimesBody(@Schema(nullable = true) @Nullable Instant at, List<Preset> presets) {
    public SnoozeTimesBody {
        presets = List.copyOf(presets);
    }

    /**
     * A usual moment.
     *
     * @param name {@code later_today}, {@code this_evening}, {@code tomorrow}, {@code this_weekend} or
     *     {@code next_week}
     */
    @Schema(name = "SnoozePreset")
    public record Preset(String name, Instant at) {}

    static SnoozeTimesBody of(@Nullable Instant at, List<SnoozePresets.Preset> presets) {
        return new SnoozeTimesBody(at, presets.stream()
                .map(it -> new Preset(it.name().name().toLowerCase(Locale.ROOT), it.at()))
                .toList());
    }
}
