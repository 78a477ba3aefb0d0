package org.waxwing.domain.triage;

import static java.time.temporal.TemporalAdjusters.next;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The moments that most people snooze until, as far as they are still ahead. */
public final class SnoozePresets {
    private static final int MORNING = 9;
    private static final int EVENING = 18;
    private static final int LATER_HOURS = 3;
    // so late that it would rather be said by the evening, or not at all
    private static final int LAST_HOUR_OF_LATER = 17;

    private SnoozePresets() {}

    /** What a moment is called. */
    public enum Name {
        LATER_TODAY,
        THIS_EVENING,
        TOMORROW,
        THIS_WEEKEND,
        NEXT_WEEK
    }

    /** A moment with its name. */
    public record Preset(Name name, Instant at) {}

    /** Those for somebody whose clock shows {@code now}, the next first. */
    public static List<Preset> of(ZonedDateTime now) {
        var presets = new ArrayList<Preset>();
        if (now.getHour() + LATER_HOURS <= LAST_HOUR_OF_LATER)
            presets.add(new Preset(Name.LATER_TODAY, later(now, LATER_HOURS).toInstant()));
        if (now.getHour() < EVENING - 1) presets.add(new Preset(Name.THIS_EVENING, at(now, EVENING)));
        presets.add(new Preset(Name.TOMORROW, at(now.plusDays(1), MORNING)));
        if (now.getDayOfWeek().getValue() < DayOfWeek.FRIDAY.getValue())
            presets.add(new Preset(Name.THIS_WEEKEND, at(now.with(next(DayOfWeek.SATURDAY)), MORNING)));
        // on a Sunday that is tomorrow
        if (now.getDayOfWeek() != DayOfWeek.SUNDAY)
            presets.add(new Preset(Name.NEXT_WEEK, at(now.with(next(DayOfWeek.MONDAY)), MORNING)));
        return List.copyOf(presets);
    }

    /** Some hours from now, at a round time. */
    static ZonedDateTime later(ZonedDateTime now, int hours) {
        var then = now.plusHours(hours).truncatedTo(ChronoUnit.MINUTES);
        int past = then.getMinute() % 30;
        return past == 0 ? then : then.plusMinutes(30L - past);
    }

    private static Instant at(ZonedDateTime day, int hour) {
        return day.toLocalDate().atTime(hour, 0).atZone(day.getZone()).toInstant();
    }
}
