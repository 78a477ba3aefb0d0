package org.waxwing.mail.mime;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Date fields (RFC 5322 §3.3), and what else stands in them. */
final class Dates {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:01Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 200;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern USUAL = Pattern.compile("(?:[A-Za-z]{3}, )?(\\d{1,2}) ([A-Za-z]{3}) (\\d{4}) "
            + "(\\d{2}):(\\d{2}):(\\d{2}) ([+-])(\\d{2})(\\d{2})(?: \\([A-Z]{1,5}\\))?");

    private Dates() {}

    /** The moment, unless it cannot be read or lies where no mail was or will be written. */
    static Optional<Instant> of(String field) {
        var text = field.strip();
        if (text.length() > LONGEST) return Optional.empty();
        return usual(text).or(() -> rfc5322(text)).or(() -> iso(text))
                .filter(it -> it.isAfter(EARLIEST) && it.isBefore(LATEST));
    }

    /** As nearly every mail has it; a format that knows all the others is costly to make. */
    private static Optional<Instant> usual(String text) {
        var date = USUAL.matcher(text);
        if (!date.matches()) return Optional.empty();
        int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT));
        if (month < 0 || month % 3 != 0) return Optional.empty();
        try {
            int minutes = number(date.group(8)) * 60 + number(date.group(9));
            return Optional.of(LocalDateTime.of(
                    number(date.group(3)),
                    month / 3 + 1,
                    number(date.group(1)),
                    number(date.group(4)),
                    number(date.group(5)),
                    number(date.group(6)))
                    .toInstant(ZoneOffset.ofTotalSeconds((date.group(7).equals("-") ? -minutes : minutes) * 60)));
        } catch (DateTimeException e) {
            // the thirty-second of a month: others may know what to do with it
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<Instant> rfc5322(String text) {
        try {
            var date = new MailDateFormat().parse(text);
            return date == null ? Optional.empty() : Optional.of(date.toInstant());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
