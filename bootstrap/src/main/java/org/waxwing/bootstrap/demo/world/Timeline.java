package org.waxwing.bootstrap.demo.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the scripts' moments into real ones, counted back from the moment the world is made.
 *
 * <p>{@code -40b 09:14} is the fortieth working day before today, {@code -40d 09:14} a calendar day, {@code -3h20m} so
 * long ago, {@code -14w Thu 06:52} the Thursday of the fourteenth week before this one. With a plus they count from the message before: {@code +1b 10:02}, {@code +2d 19:30}, {@code +35m};
 * {@code +0d 15:00} is the same day. A working day before today is always over, so nothing of it lies in the future.
 */
final class Timeline {
    static final ZoneId HOME = ZoneId.of("Europe/Berlin");

    private static final Pattern DAY = Pattern.compile("([-+])(\\d+)([bd]) (\\d\\d:\\d\\d)");
    private static final Pattern WEEK = Pattern.compile("-(\\d+)w (\\w{3}) (\\d\\d:\\d\\d)");
    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(
                    day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), Function.identity()));
    private static final Pattern SPAN = Pattern.compile("([-+])(?:(\\d+)h)?(?:(\\d+)m)?");

    private final ZonedDateTime now;

    Timeline(Instant now) {
        this.now = now.atZone(HOME);
    }

    Instant now() {
        return now.toInstant();
    }

    /** @throws IllegalArgumentException when the text is none of the forms above */
    ZonedDateTime moment(String when, ZonedDateTime previous) {
        var day = DAY.matcher(when);
        if (day.matches()) {
            var back = day.group(1).equals("-");
            var from = back ? now.toLocalDate() : previous.withZoneSameInstant(HOME).toLocalDate();
            var count = Integer.parseInt(day.group(2));
            var date = day.group(3).equals("d")
                    ? from.plusDays(back ? -count : count)
                    : workingDay(from, count, back ? -1 : 1);
            return ZonedDateTime.of(date, LocalTime.parse(day.group(4)), HOME);
        }
        var week = WEEK.matcher(when);
        if (week.matches()) {
            var monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var date = monday.minusWeeks(Long.parseLong(week.group(1))).with(dayOfWeek(week.group(2)));
            return ZonedDateTime.of(date, LocalTime.parse(week.group(3)), HOME);
        }
        var span = SPAN.matcher(when);
        if (!span.matches()) throw new IllegalArgumentException("Not a moment: " + when);
        var length = Duration.ofHours(number(span.group(2))).plusMinutes(number(span.group(3)));
        return span.group(1).equals("-") ? now.minus(length) : previous.plus(length);
    }

    private static DayOfWeek dayOfWeek(String shortName) {
        var day = DAYS.get(shortName);
        if (day == null) throw new IllegalArgumentException("Not a day of the week: " + shortName);
        return day;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    static LocalDate workingDay(LocalDate from, int count, int step) {
        var date = from;
        for (int i = 0; i < count; i++) {
            do
                date = date.plusDays(step);
            while (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
        return date;
    }
}
