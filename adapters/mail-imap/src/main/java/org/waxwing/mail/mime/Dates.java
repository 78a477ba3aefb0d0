package org.waxwing.mail.mime;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Date fields (RFC 5322 §3.3), and what else stands in them. */
final class Dates {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:01Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 200;

    private Dates() {}

    /** The moment, unless it cannot be read or lies where no mail was or will be written. */
    static Optional<Instant> of(String field) {
        var text = field.strip();
        if (text.length() > LONGEST) return Optional.empty();
        return rfc5322(text).or(() -> iso(text)).filter(it -> it.isAfter(EARLIEST) && it.isBefore(LATEST));
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
