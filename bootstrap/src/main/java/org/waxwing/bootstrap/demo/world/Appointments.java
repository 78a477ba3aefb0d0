package org.waxwing.bootstrap.demo.world;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Calendar objects in mail (RFC 5546 over RFC 6047): {@code REQUEST | moment | minutes | title | place [| rule]} opens an
 * appointment, {@code REPLY | key | ACCEPTED} answers it and {@code CANCEL | key} calls it off.
 */
final class Appointments {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final String ZONE = """
            BEGIN:VTIMEZONE
            TZID:Europe/Berlin
            BEGIN:DAYLIGHT
            DTSTART:19810329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            END:STANDARD
            END:VTIMEZONE
            """;

    private final Timeline timeline;
    private final Map<String, Appointment> made = new HashMap<>();

    Appointments(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param method the iTIP method, which the Content-Type has to repeat */
    record Calendar(String method, String text) {}

    private record Appointment(
            String uid, ZonedDateTime start, Duration length, String title, String place, String rule, Letter letter) {}

    /** Appointments are remembered, so letters have to come in the order of time. */
    Calendar calendar(Letter letter, String directive) {
        var field = directive.split(" \\| ", -1);
        return switch (field[0]) {
            case "REQUEST" -> {
                var appointment = new Appointment(
                        letter.id().replace('/', '-') + "@calendar." + letter.from().domain(),
                        timeline.moment(field[1], letter.date()),
                        Duration.ofMinutes(Long.parseLong(field[2])),
                        field[3],
                        field[4],
                        field.length > 5 ? field[5] : "",
                        letter);
                made.put(letter.id(), appointment);
                yield new Calendar("REQUEST", request(appointment));
            }
            case "REPLY" -> new Calendar("REPLY", reply(find(letter, field[1]), letter, field[2]));
            case "CANCEL" -> new Calendar("CANCEL", cancel(find(letter, field[1]), letter));
            default -> throw new IllegalArgumentException("Not a calendar method: " + directive);
        };
    }

    private Appointment find(Letter letter, String key) {
        var appointment = made.get(letter.story() + "/" + key);
        if (appointment == null) throw new IllegalArgumentException("No appointment " + key + " for " + letter.id());
        return appointment;
    }

    private static String request(Appointment appointment) {
        var attendees = attendees(appointment.letter(), "NEEDS-ACTION");
        return object("REQUEST", event(appointment, appointment.letter(), 0, attendees, "CONFIRMED"));
    }

    private static String reply(Appointment appointment, Letter letter, String status) {
        return object("REPLY", event(appointment, letter, 0, attendee(letter.from(), status), "CONFIRMED"));
    }

    private static String cancel(Appointment appointment, Letter letter) {
        var attendees = attendees(appointment.letter(), "NEEDS-ACTION");
        return object("CANCEL", event(appointment, letter, 1, attendees, "CANCELLED"));
    }

    private static String attendees(Letter letter, String status) {
        var out = new StringBuilder();
        Stream.concat(letter.to().stream(), letter.cc().stream())
                .forEach(person -> out.append(attendee(person, status)));
        return out.toString();
    }

    private static String attendee(Person person, String status) {
        return "ATTENDEE;CN=\"" + person.name() + "\";ROLE=REQ-PARTICIPANT;PARTSTAT=" + status
                + (status.equals("NEEDS-ACTION") ? ";RSVP=TRUE" : "") + ":mailto:" + person.address() + "\n";
    }

    private static String event(
            Appointment appointment, Letter letter, int sequence, String attendees, String status) {
        var organiser = appointment.letter().from();
        return "BEGIN:VEVENT\nUID:" + appointment.uid() + "\nSEQUENCE:" + sequence + "\nDTSTAMP:"
                + UTC.format(letter.date().withZoneSameInstant(ZoneOffset.UTC))
                + "\nDTSTART;TZID=Europe/Berlin:" + LOCAL.format(appointment.start())
                + "\nDTEND;TZID=Europe/Berlin:"
                + LOCAL.format(appointment.start().plus(appointment.length()))
                + (appointment.rule().isEmpty() ? "" : "\nRRULE:" + appointment.rule())
                + "\nSUMMARY:" + escaped(appointment.title()) + "\nLOCATION:" + escaped(appointment.place())
                + "\nSTATUS:" + status + "\nORGANIZER;CN=\"" + organiser.name() + "\":mailto:" + organiser.address()
                + "\n" + attendees + "END:VEVENT\n";
    }

    private static String object(String method, String event) {
        var text = "BEGIN:VCALENDAR\nPRODID:-//Waxwing//Demo//EN\nVERSION:2.0\nMETHOD:" + method + "\n" + ZONE + event
                + "END:VCALENDAR\n";
        var out = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            // RFC 5545 §3.1: no line of more than 75 octets; 60 characters are safe for what is written here
            for (int from = 0; from == 0 || from < line.length(); from += 60) {
                out.append(from == 0 ? "" : " ")
                        .append(line, from, Math.min(line.length(), from + 60))
                        .append('\n');
            }
        }
        return out.toString().strip() + "\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
    }
}
