package org.waxwing.bootstrap.demo.world;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.waxwing.bootstrap.demo.mime.HeaderText;

/** The lines that servers put on top of a message on its way in (RFC 5321 §4.4, RFC 8601). */
final class TraceHeaders {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);
    private static final String[] NETWORKS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private TraceHeaders() {}

    static String date(ZonedDateTime date) {
        return DATE.format(date);
    }

    static List<String> of(Letter letter, DemoOwner owner, ZonedDateTime received, Fingerprint chance) {
        var domain = letter.from().domain();
        var address = NETWORKS[chance.below(3, domain)] + (10 + chance.below(200, domain + "host"));
        var host = "mail." + domain;
        var id = chance.hex(letter.id() + owner).substring(0, 11).toUpperCase(Locale.ROOT);
        return List.of(
                HeaderText.line("Return-Path", "<" + returnPath(letter) + ">"),
                HeaderText.line("Delivered-To", owner.address()),
                HeaderText.line(
                        "Received",
                        "from " + host + " (" + host + " [" + address + "]) by mx.waxwing.example with ESMTPS id " + id
                                + " for <" + owner.address() + ">; " + date(received)),
                HeaderText.line("Authentication-Results", "mx.waxwing.example; " + verdict(letter, address)));
    }

    private static String returnPath(Letter letter) {
        var from = letter.from();
        if (MachineMail.isNewsletter(letter)) return "bounce-" + letter.to().getFirst().key() + "@" + from.domain();
        return letter.recipients().filter(Person::isMailingList).findFirst()
                .map(list -> list.address().replace("@", "-bounces@"))
                .orElse(from.address());
    }

    private static String verdict(Letter letter, String address) {
        var domain = letter.from().domain();
        var mailFrom = " smtp.mailfrom=" + letter.from().address();
        return switch (letter.first("U").orElse("pass")) {
            case "fail" -> "spf=fail (" + address + " is not allowed)" + mailFrom
                    + "; dkim=none; dmarc=fail (p=reject) header.from="
                    + domain;
            case "softfail" -> "spf=softfail" + mailFrom + "; dkim=none; dmarc=none header.from=" + domain;
            case "none" -> "spf=none" + mailFrom + "; dkim=none; dmarc=none header.from=" + domain;
            default ->
                "spf=pass" + mailFrom + "; dkim=pass header.d=" + domain + " header.s=mail2024; dmarc=pass header.from="
                        + domain;
        };
    }
}
