package org.waxwing.web.faces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments in the words of whoever looks, seen from {@code now}. */
public final class Times {
    private static final int DAYS_WITH_A_NAME = 6;
    private static final Duration LONG_IN_HOURS = Duration.ofDays(2);

    private final Phrases phrases;
    private final ZoneId zone;
    private final Instant now;

    /** Times for a viewer who reads {@code phrases} in {@code zone}. */
    public Times(Phrases phrases, ZoneId zone, Instant now) {
        this.phrases = phrases;
        this.zone = zone;
        this.now = now;
    }

    /** As short as a list needs it: the time of today, then yesterday, the weekday, the day, the ISO date. */
    public String brief(Instant at) {
        var moment = at.atZone(zone);
        var days = daysAgo(moment);
        if (days == 0) return clock(moment);
        return days == 1 ? phrases.of("time.yesterday") : day(moment, days);
    }

    /** Day and time, as the head of a message needs them. */
    public String dayAndTime(Instant at) {
        var moment = at.atZone(zone);
        var days = daysAgo(moment);
        if (days == 0) return phrases.of("time.today-at", clock(moment));
        if (days == 1) return phrases.of("time.yesterday-at", clock(moment));
        return phrases.of("time.day-at", day(moment, days), clock(moment));
    }

    /** The whole of it, with weekday, seconds and zone. */
    public String full(Instant at) {
        return localized(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG))
                .format(at.atZone(zone));
    }

    /** How long ago it was; beyond an hour the day and time. */
    public String ago(Instant at) {
        var passed = Duration.between(at, now);
        if (passed.compareTo(Duration.ofMinutes(1)) < 0)
            return phrases.of("time.seconds-ago", Math.max(0, passed.toSeconds()));
        if (passed.compareTo(Duration.ofHours(1)) < 0) return phrases.of("time.minutes-ago", passed.toMinutes());
        return dayAndTime(at);
    }

    /** The moment that these are seen from. */
    public Instant now() {
        return now;
    }

    /** The time, with the day when it is another one. */
    public String clock(Instant at) {
        var moment = at.atZone(zone);
        return daysAgo(moment) == 0 ? clock(moment) : dayAndTime(at);
    }

    /** How long something takes or has taken, in its largest unit. */
    public String span(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) return phrases.of("span.seconds", Math.max(1, time.toSeconds()));
        if (time.compareTo(Duration.ofHours(1)) < 0) return phrases.of("span.minutes", time.toMinutes());
        return time.compareTo(LONG_IN_HOURS) < 0
                ? phrases.of("span.hours", time.toHours())
                : phrases.of("span.days", time.toDays());
    }

    private String day(ZonedDateTime moment, long days) {
        if (days > 0 && days <= DAYS_WITH_A_NAME) return localized("EEE").format(moment);
        boolean thisYear = moment.getYear() == today().getYear();
        return thisYear ? localized("MMMd").format(moment) : DateTimeFormatter.ISO_LOCAL_DATE.format(moment);
    }

    private String clock(ZonedDateTime moment) {
        return localized(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)).format(moment);
    }

    private DateTimeFormatter localized(String template) {
        return localized(DateTimeFormatter.ofLocalizedPattern(template));
    }

    private DateTimeFormatter localized(DateTimeFormatter formatter) {
        return formatter.withLocale(phrases.locale());
    }

    private long daysAgo(ZonedDateTime moment) {
        return today().toEpochDay() - moment.toLocalDate().toEpochDay();
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
