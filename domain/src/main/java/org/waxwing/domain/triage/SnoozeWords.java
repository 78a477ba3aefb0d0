package org.waxwing.domain.triage;

import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment ahead, in the words in which somebody says it: "next tuesday 9", "in 3 hours", "morgen früh", "下周一". A day
 * without a time is its morning, a time without a day the next time the clock shows it, a weekday the next one; "next"
 * before a weekday is that of the week after this one. Whatever is not understood to the last word is no moment, nor is
 * what is past or more than ten years ahead.
 */
public final class SnoozeWords {
    private static final int LONGEST = 100;
    private static final int MOST_YEARS = 10;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(20, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final int LATER_HOURS = 3;

    private final ZonedDateTime now;
    private final boolean monthFirst;
    private String rest;

    private SnoozeWords(String text, Locale locale, ZonedDateTime now) {
        this.rest = text;
        this.now = now;
        this.monthFirst = locale.getCountry().equals("US");
    }

    /** A day, and by how much it moves when its time is past; not at all when it was meant for sure. */
    private record Day(LocalDate date, Period step) {
        static Day exactly(LocalDate date) {
            return new Day(date, Period.ZERO);
        }
    }

    /** The moment that {@code typed} names for somebody whose clock shows {@code now}; nothing when it names none. */
    public static Optional<Instant> moment(String typed, Locale locale, ZonedDateTime now) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[,;!?、，。]+", " ").replaceAll("\\s+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
        try {
            return new SnoozeWords(text, locale, now).read()
                    .filter(it -> it.isAfter(now) && it.isBefore(now.plusYears(MOST_YEARS)))
                    .map(it -> it.truncatedTo(ChronoUnit.MINUTES).toInstant())
                    .filter(it -> it.isAfter(now.toInstant()));
        } catch (DateTimeException | NumberFormatException e) {
            // a day or a time that no calendar and no clock has
            return Optional.empty();
        }
    }

    private Optional<ZonedDateTime> read() {
        var relative = relative();
        if (relative.isPresent()) return isSpent() ? relative : Optional.empty();
        var tonight = take(SnoozeVocabulary.TONIGHT);
        var day = tonight.isPresent() ? Optional.of(Day.exactly(today())) : day();
        var time = time();
        var part = tonight.map(it -> NIGHT).or(this::part);
        // "montag morgen" is a morning, "morgen" alone is a day
        if (take(SnoozeVocabulary.MORGEN).isPresent()) {
            if (day.isEmpty()) day = Optional.of(Day.exactly(today().plusDays(1)));
            else if (part.isEmpty()) part = Optional.of(MORNING);
            else return Optional.empty();
        }
        if (part.isEmpty()) part = part();
        if (time.isEmpty() && part.isEmpty() && day.isPresent()) time = bareHour();
        else if (time.isEmpty()) time = bareHour();
        if (!isSpent() || (day.isEmpty() && time.isEmpty() && part.isEmpty())) return Optional.empty();
        var on = day.orElse(new Day(today(), Period.ofDays(1)));
        var at = at(time, part);
        if (at.isEmpty()) return Optional.empty();
        var moment = on.date().atTime(at.get()).atZone(now.getZone());
        if (moment.isAfter(now) || on.step().isZero()) return Optional.of(moment);
        return Optional.of(on.date().plus(on.step()).atTime(at.get()).atZone(now.getZone()));
    }

    private static Optional<LocalTime> at(Optional<LocalTime> time, Optional<LocalTime> part) {
        if (time.isEmpty()) return Optional.of(part.orElse(MORNING));
        boolean later = part.filter(it -> it.isAfter(NOON)).isPresent() && time.get().isBefore(NOON);
        if (part.filter(MORNING::equals).isPresent() && !time.get().isBefore(NOON)) return Optional.empty();
        return Optional.of(later ? time.get().plusHours(NOON.getHour()) : time.get());
    }

    private Optional<ZonedDateTime> relative() {
        if (take(SnoozeVocabulary.LATER).isPresent()) return Optional.of(SnoozePresets.later(now, LATER_HOURS));
        if (take(SnoozeVocabulary.HALF_HOUR).isPresent()) return Optional.of(now.plusMinutes(30));
        var span = take(SnoozeVocabulary.RELATIVE);
        if (span.isEmpty()) return Optional.empty();
        var it = span.get();
        if (it.group(1) != null)
            return Optional.of(now.plus(number(it.group(1)), known(SnoozeVocabulary.UNITS, it.group(2))));
        if (it.group(3) != null)
            return Optional.of(now.plus(number(it.group(3)), known(SnoozeVocabulary.UNITS, it.group(4))));
        return Optional.of(now.plus(number(it.group(5)), switch (it.group(6)) {
            case "分钟" -> ChronoUnit.MINUTES;
            case "小时", "钟头" -> ChronoUnit.HOURS;
            case "天", "日" -> ChronoUnit.DAYS;
            case "月" -> ChronoUnit.MONTHS;
            case "年" -> ChronoUnit.YEARS;
            default -> ChronoUnit.WEEKS;
        }));
    }

    private Optional<Day> day() {
        if (take(SnoozeVocabulary.OVERMORROW).isPresent()) return Optional.of(Day.exactly(today().plusDays(2)));
        if (take(SnoozeVocabulary.TOMORROW).isPresent()) return Optional.of(Day.exactly(today().plusDays(1)));
        if (take(SnoozeVocabulary.TODAY).isPresent()) return Optional.of(Day.exactly(today()));
        return take(SnoozeVocabulary.CHINESE_WEEKDAY).map(this::chineseWeekday)
                .or(() -> take(SnoozeVocabulary.NEXT_WEEK).map(it -> Day.exactly(mondayIn(1))))
                .or(() -> take(SnoozeVocabulary.NEXT_MONTH)
                        .map(it -> Day.exactly(today().plusMonths(1).withDayOfMonth(1))))
                .or(() -> take(SnoozeVocabulary.WEEKEND).map(this::weekend))
                .or(() -> take(SnoozeVocabulary.WEEKDAY).map(this::weekday))
                .or(this::date);
    }

    private Day weekday(MatchResult it) {
        var which = it.group(1) == null ? "" : it.group(1);
        if (it.group(3) != null) rest = it.group(3) + " " + rest;
        var day = known(SnoozeVocabulary.WEEKDAYS, it.group(2));
        return which.startsWith("n") ? Day.exactly(mondayIn(1).with(nextOrSame(day))) : coming(day);
    }

    private Day chineseWeekday(MatchResult it) {
        int number = "一二三四五六日".indexOf(it.group(2)) + 1;
        var day = DayOfWeek.of(number == 0 ? DayOfWeek.SUNDAY.getValue() : number);
        if (it.group(1) == null) return coming(day);
        return Day.exactly(mondayIn(switch (it.group(1)) {
            case "下" -> 1;
            case "下下" -> 2;
            default -> 0;
        }).with(nextOrSame(day)));
    }

    private Day weekend(MatchResult it) {
        boolean next = (it.group(1) != null && it.group(1).startsWith("n")) || "下".equals(it.group(3));
        return next
                ? Day.exactly(mondayIn(1).with(nextOrSame(DayOfWeek.SATURDAY)))
                : coming(DayOfWeek.SATURDAY);
    }

    private Day coming(DayOfWeek day) {
        return new Day(today().with(nextOrSame(day)), Period.ofWeeks(1));
    }

    private LocalDate mondayIn(int weeks) {
        return today().with(DayOfWeek.MONDAY).plusWeeks(weeks);
    }

    private Optional<Day> date() {
        return take(SnoozeVocabulary.ISO).map(it -> inYear(it.group(1), number(it.group(2)), number(it.group(3))))
                .or(() -> take(SnoozeVocabulary.CHINESE_DATE)
                        .map(it -> inYear(it.group(1), number(it.group(2)), number(it.group(3)))))
                .or(() -> take(SnoozeVocabulary.DOTTED)
                        .map(it -> inYear(it.group(3), number(it.group(2)), number(it.group(1)))))
                .or(() -> take(SnoozeVocabulary.SLASHED).map(it -> monthFirst
                        ? inYear(it.group(3), number(it.group(1)), number(it.group(2)))
                        : inYear(it.group(3), number(it.group(2)), number(it.group(1)))))
                .or(() -> take(SnoozeVocabulary.DAY_MONTH).map(it -> inYear(
                        it.group(3), known(SnoozeVocabulary.MONTHS, it.group(2)), number(it.group(1)))))
                .or(() -> take(SnoozeVocabulary.MONTH_DAY).map(it -> inYear(
                        it.group(3), known(SnoozeVocabulary.MONTHS, it.group(1)), number(it.group(2)))))
                .or(() -> take(SnoozeVocabulary.CHINESE_DAY_OF_MONTH).map(it -> new Day(
                        today().withDayOfMonth(number(it.group(1))), Period.ofMonths(1))));
    }

    /** A day of that year; without one the next that there is. */
    private Day inYear(@Nullable String year, int month, int day) {
        if (year != null) return Day.exactly(LocalDate.of(Integer.parseInt(year), month, day));
        // the 29th of February is in some years only
        int first = now.getYear();
        for (int it = first; it < first + MOST_YEARS; it++)
            if (YearMonth.of(it, month).isValidDay(day)) {
                var date = LocalDate.of(it, month, day);
                if (!date.isBefore(today())) return new Day(date, Period.ofYears(1));
            }
        throw new DateTimeException("No such day");
    }

    private Optional<LocalTime> time() {
        return take(SnoozeVocabulary.CLOCK).map(it -> clock(number(it.group(1)), number(it.group(2)), it.group(3)))
                .or(() -> take(SnoozeVocabulary.AM_PM).map(it -> clock(number(it.group(1)), 0, it.group(2))))
                .or(() -> take(SnoozeVocabulary.UHR).map(it -> LocalTime.of(
                        number(it.group(1)), it.group(2) == null ? 0 : number(it.group(2)))))
                .or(() -> take(SnoozeVocabulary.HALB).map(it -> LocalTime.of(number(it.group(1)), 0).minusMinutes(30)))
                .or(() -> take(SnoozeVocabulary.CHINESE_CLOCK).map(SnoozeWords::chineseClock));
    }

    private Optional<LocalTime> bareHour() {
        return take(SnoozeVocabulary.HOUR).map(it -> LocalTime.of(number(it.group(1)), 0));
    }

    private static LocalTime clock(int hour, int minute, @Nullable String half) {
        if (half == null || !half.matches("[ap].*")) return LocalTime.of(hour, minute);
        if (hour < 1 || hour > NOON.getHour()) throw new DateTimeException("No clock of twelve hours shows that");
        return LocalTime.of(hour % NOON.getHour() + (half.startsWith("p") ? NOON.getHour() : 0), minute);
    }

    private static LocalTime chineseClock(MatchResult it) {
        int minute = 0;
        if (it.group(2) != null) minute = 30;
        else if (it.group(3) != null) minute = 15;
        else if (it.group(4) != null) minute = 45;
        else if (it.group(5) != null) minute = number(it.group(5));
        return LocalTime.of(number(it.group(1)), minute);
    }

    private Optional<LocalTime> part() {
        return take(SnoozeVocabulary.PART).map(it -> known(SnoozeVocabulary.PARTS, it.group(1)));
    }

    /** What a word means that a pattern made of these words has found. */
    private static <T> T known(Map<String, T> words, String word) {
        return Objects.requireNonNull(words.get(word));
    }

    private static int number(String text) {
        var known = SnoozeVocabulary.NUMBERS.get(text);
        if (known != null) return known;
        if (Character.isDigit(text.charAt(0))) return Integer.parseInt(text);
        int ten = text.indexOf('十');
        if (ten < 0) return digit(text);
        int tens = ten == 0 ? 1 : digit(text.substring(0, ten));
        return 10 * tens + (ten == text.length() - 1 ? 0 : digit(text.substring(ten + 1)));
    }

    private static int digit(String sign) {
        int digit = "零一二三四五六七八九".indexOf(sign.equals("两") ? "二" : sign);
        if (digit < 0 || sign.length() != 1) throw new NumberFormatException("Not a number");
        return digit;
    }

    private Optional<MatchResult> take(Pattern pattern) {
        var found = pattern.matcher(rest);
        if (!found.find()) return Optional.empty();
        var result = found.toMatchResult();
        rest = (rest.substring(0, found.start()) + " " + rest.substring(found.end())).replaceAll("\\s+", " ").strip();
        return Optional.of(result);
    }

    private boolean isSpent() {
        return SnoozeVocabulary.FILLER.matcher(rest).replaceAll(" ").isBlank();
    }

    private LocalDate today() {
        return now.toLocalDate();
    }
}
