package org.waxwing.bootstrap.demo.world;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of days and months in a text, so that "on Thursday" is true whenever the world is made.
 *
 * <p>{@code {day+2}} is the weekday two days after the letter, {@code {month-1}} the month before it, {@code {work+2}} the
 * second working day after today; {@code tag}, {@code monat} and {@code werktag} are the same in German.
 */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\{(day|tag|month|monat|work|werktag)([+-]\\d+)}");

    private final LocalDate today;

    Tokens(LocalDate today) {
        this.today = today;
    }

    String filled(String text, LocalDate written) {
        return TOKEN.matcher(text).replaceAll(found -> name(found.group(1), Integer.parseInt(found.group(2)), written));
    }

    private String name(String kind, int count, LocalDate written) {
        return switch (kind) {
            case "day" -> day(written.plusDays(count), Locale.ENGLISH);
            case "tag" -> day(written.plusDays(count), Locale.GERMAN);
            case "work" -> day(Timeline.workingDay(today, count, 1), Locale.ENGLISH);
            case "werktag" -> day(Timeline.workingDay(today, count, 1), Locale.GERMAN);
            case "month" -> written.plusMonths(count).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> written.plusMonths(count).getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN);
        };
    }

    private static String day(LocalDate date, Locale locale) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }
}
