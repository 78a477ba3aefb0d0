package org.waxwing.domain.triage;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that {@link SnoozeWords} knows: English, German and Chinese, all at once, since people mix them. */
final class SnoozeVocabulary {
    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    static final Map<String, Integer> MONTHS = months();
    static final Map<String, Integer> NUMBERS = numbers();
    static final Map<String, ChronoUnit> UNITS = units();
    static final Map<String, LocalTime> PARTS = parts();

    static final Pattern CHINESE_WEEKDAY = Pattern.compile("(下下|下|这|本)?(?:星期|周|礼拜)([一二三四五六日天])");
    static final Pattern WEEKDAY = word(
            "(?:(this|coming|next|diese[nrs]?|kommende[nrs]?|nächste[nrs]?|naechste[nrs]?) )?("
                    + any(WEEKDAYS) + ")(früh|frueh|morgen|vormittag|mittag|nachmittag|abend)?");
    static final Pattern WEEKEND = word(
            "(?:(this|next|am|dieses|nächstes|naechstes) )?(weekend|wochenende)|(这|下)?(个)?周末");
    static final Pattern NEXT_WEEK = word(
            "next week|nächste woche|naechste woche|kommende woche|下(?:个)?(?:星期|周|礼拜)(?![一二三四五六日天末])");
    static final Pattern NEXT_MONTH = word("next month|nächsten monat|naechsten monat|kommenden monat|下(?:个)?月");
    static final Pattern OVERMORROW = word("(?:the )?day after tomorrow|übermorgen|uebermorgen|后天");
    static final Pattern TOMORROW = word("tomorrow|tmrw|tmr|明(?:天|日|(?=早|晚|上|下|中))");
    static final Pattern TONIGHT = word("tonight|今晚|今夜");
    static final Pattern LATER = word("later today|later|später|spaeter|heute noch|今天晚些时候|晚些时候|稍后");
    static final Pattern TODAY = word(
            "today|this(?= (?:morning|noon|afternoon|evening|night))|heute|今(?:天|日|(?=早|晚|上|下|中))");
    static final Pattern MORGEN = word("morgen");

    static final Pattern ISO = word("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    static final Pattern DOTTED = word("(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4}))?");
    static final Pattern SLASHED = word("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?");
    static final Pattern DAY_MONTH = word(
            "(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ?(" + any(MONTHS) + ")\\.?(?: (\\d{4}))?");
    static final Pattern MONTH_DAY = word(
            "(" + any(MONTHS) + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.])(?: (\\d{4})(?!:))?");
    static final Pattern CHINESE_DATE = Pattern
            .compile("(?:(\\d{4})年)?(\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号)?");
    static final Pattern CHINESE_DAY_OF_MONTH = Pattern.compile("(\\d{1,2})(?:日|号)");

    static final Pattern HALF_HOUR = word(
            "(?:in )?(?:half an hour|a half hour|(?:einer )?halben stunde)|半(?:个)?小时(?:后|以后|之后)?");
    // "am" is not a minute
    static final Pattern RELATIVE = word("(?:in )?(?:(" + any(NUMBERS) + ") (" + any(UNITS) + ")|(\\d{1,4}) ?("
            + any(UNITS)
            + "))(?: (?:from now|later))?|(\\d{1,4}|[一二两三四五六七八九十]{1,3})(?:个)?(分钟|小时|钟头|天|日|星期|周|礼拜|月|年)(?:后|以后|之后)");

    static final Pattern CLOCK = word("(?:at |um |@ ?)?(\\d{1,2})[:.h](\\d{2}) ?(am|pm|a\\.m\\.|p\\.m\\.|uhr|h)?");
    static final Pattern UHR = word("(?:um )?(\\d{1,2}) ?uhr(?: (\\d{1,2}))?");
    static final Pattern AM_PM = word("(?:at )?(\\d{1,2}) ?(am|pm|a\\.m\\.|p\\.m\\.)");
    static final Pattern HALB = word("(?:um )?halb (" + any(NUMBERS) + "|\\d{1,2})");
    static final Pattern CHINESE_CLOCK = Pattern.compile(
            "(\\d{1,2}|[一二两三四五六七八九十]{1,3})[点點时](?:钟|(半)|(一刻)|(三刻)|(\\d{1,2}|[一二三四五六七八九十]{1,3})分?)?");
    static final Pattern HOUR = word("(?:at |um |@ ?)?(\\d{1,2})");
    static final Pattern PART = Pattern
            .compile("(?<![\\p{L}&&[^\\p{IsHan}]])(" + any(PARTS) + ")(?![\\p{L}&&[^\\p{IsHan}]])");

    /** What may be left over. */
    static final Pattern FILLER = word(
            "at|on|um|am|the|in|by|of|o'clock|oclock|uhr|der|den|dem|im|bis|until|till|snooze|for|"
                    + "this|diese[nrms]?|gegen|around|about|ab|zum|在|的|到|于");

    private SnoozeVocabulary() {}

    /** What stands for itself; Chinese is written without spaces. */
    private static Pattern word(String words) {
        return Pattern.compile("(?<![\\p{L}\\d&&[^\\p{IsHan}]])(?:" + words + ")(?![\\p{L}\\d&&[^\\p{IsHan}]])");
    }

    private static String any(Map<String, ?> words) {
        // the longest first: a short one is often the beginning of a longer one
        return words.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static Map<String, DayOfWeek> weekdays() {
        var words = new HashMap<String, DayOfWeek>();
        var all = List.of(
                "monday mon montag mo", "tuesday tues tue dienstag di", "wednesday wed mittwoch mi",
                "thursday thurs thur thu donnerstag do", "friday fri freitag fr", "saturday sat samstag sonnabend sa",
                "sunday sun sonntag so");
        for (int i = 0; i < all.size(); i++)
            for (var word : all.get(i).split(" ", -1)) words.put(word, DayOfWeek.of(i + 1));
        return Map.copyOf(words);
    }

    private static Map<String, Integer> months() {
        var words = new HashMap<String, Integer>();
        var all = List.of(
                "january jan januar jänner", "february feb februar", "march mar märz maerz mär", "april apr", "may mai",
                "june jun juni", "july jul juli", "august aug", "september sept sep", "october oct oktober okt",
                "november nov", "december dec dezember dez");
        for (int i = 0; i < all.size(); i++) for (var word : all.get(i).split(" ", -1)) words.put(word, i + 1);
        return Map.copyOf(words);
    }

    private static Map<String, Integer> numbers() {
        var words = new HashMap<String, Integer>();
        var all = List.of(
                "a an one ein eine einem einer einen", "two zwei a\u00a0couple\u00a0of", "three drei", "four vier",
                "five fünf", "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf",
                "twelve zwölf");
        for (int i = 0; i < all.size(); i++)
            for (var word : all.get(i).split(" ", -1)) words.put(word.replace('\u00a0', ' '), i + 1);
        return Map.copyOf(words);
    }

    private static Map<String, ChronoUnit> units() {
        var words = new HashMap<String, ChronoUnit>();
        Map.of(
                ChronoUnit.MINUTES, "minutes minute mins min m minuten",
                ChronoUnit.HOURS, "hours hour hrs hr h stunden stunde std",
                ChronoUnit.DAYS, "days day d tagen tage tag",
                ChronoUnit.WEEKS, "weeks week w wochen woche",
                ChronoUnit.MONTHS, "months month monaten monate monat",
                ChronoUnit.YEARS, "years year jahren jahre jahr").forEach((unit, names) -> {
                    for (var name : names.split(" ", -1)) words.put(name, unit);
                });
        return Map.copyOf(words);
    }

    private static Map<String, LocalTime> parts() {
        var words = new HashMap<String, LocalTime>();
        Map.of(
                9, "in the morning|morning|früh|frueh|morgens|vormittags|vormittag|早上|早晨|上午|早",
                12, "at noon|noon|midday|mittags|mittag|中午",
                14, "in the afternoon|afternoon|nachmittags|nachmittag|下午",
                18, "in the evening|evening|abends|abend|傍晚",
                20, "at night|night|nachts|晚上|夜里|晚").forEach((hour, names) -> {
                    for (var name : names.split("\\|", -1)) words.put(name, LocalTime.of(hour, 0));
                });
        return Map.copyOf(words);
    }
}
