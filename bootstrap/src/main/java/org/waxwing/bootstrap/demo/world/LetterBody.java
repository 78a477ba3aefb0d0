package org.waxwing.bootstrap.demo.world;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.bootstrap.demo.mime.PlainText;

/** What one letter says, as plain text and, if its writer uses it, as HTML: own words, signature, quotation. */
final class LetterBody {
    /** Deeper quotations are cut off, as people do. */
    private static final String TOO_DEEP = ">>>";

    private static final String OPENING = """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"></head>
            <body style="font-family:Calibri,Arial,sans-serif;font-size:15px;color:#202124">
            """;

    private final Letter letter;
    private final Optional<Written> parent;
    private final Markup markup;
    private final Optional<MachineMail> machine;
    private final String pictures;

    LetterBody(Letter letter, Optional<Written> parent, String subject, String token, String pictures) {
        this.letter = letter;
        this.parent = letter.first("Q").isPresent() ? Optional.empty() : parent;
        this.markup = new Markup(letter.body(), MachineMail.site(letter.from()));
        this.pictures = pictures;
        this.machine = letter.first("T").map(layout -> new MachineMail(letter, subject, token));
    }

    String text() {
        if (machine.isPresent()) return machine.get().text(markup);
        var out = new StringBuilder(ownText());
        parent.ifPresent(before -> out.append(out.isEmpty() ? "" : "\n\n").append(quotation(before)));
        return out.toString();
    }

    private String ownText() {
        var words = letter.all("I").isEmpty() ? letter.body() : markup.text();
        var signature = signature();
        return signature.isEmpty() ? words : words + "\n\n-- \n" + String.join("\n", signature);
    }

    private List<String> signature() {
        return letter.first("X").orElse("").contains("unsigned") ? List.of() : letter.from().signature();
    }

    private String quotation(Written before) {
        if (letter.relation().equals("fwd"))
            return head(before, "---------- Forwarded message ---------") + before.text();
        if (letter.from().is("outlook")) return head(before, "-----Original Message-----") + before.text();
        var quoted = PlainText.quoted(before.text())
                .lines()
                .filter(line -> !line.startsWith(TOO_DEEP))
                .collect(Collectors.joining("\n"));
        return Quotation.introduction(letter.from(), before.letter()) + "\n" + quoted;
    }

    private static String head(Written before, String rule) {
        var original = before.letter();
        var lines = new ArrayList<String>();
        lines.add(rule);
        lines.add("From: " + original.from().name() + " <" + original.from().address() + ">");
        lines.add("Date: " + TraceHeaders.date(local(original)));
        lines.add("Subject: " + before.subject());
        lines.add("To: " + original.to().stream().map(Person::address).collect(Collectors.joining(", ")));
        return String.join("\n", lines) + "\n\n";
    }

    private static ZonedDateTime local(Letter letter) {
        return letter.date().withZoneSameInstant(letter.from().zone());
    }

    private String withPictures(String html) {
        if (pictures.isEmpty()) return html;
        var site = "src=\"" + MachineMail.site(letter.from());
        return html.replace(site + "/img/", "src=\"" + pictures + "/img/").replace(site + "/assets/mail/",
                "src=\"" + pictures + "/");
    }

    /** Empty for those who write plain text only. */
    Optional<String> html(String contentIds) {
        if (machine.isPresent()) return Optional.of(withPictures(machine.get().html(markup, contentIds)));
        if (!letter.from().is("html") && letter.all("I").isEmpty()) return Optional.empty();
        var out = new StringBuilder(OPENING);
        out.append(markup.html("#2f6f73", contentIds));
        if (!signature().isEmpty()) {
            out.append("<p style=\"color:#70757a\">")
                    .append(signature().stream().map(Markup::escaped).collect(Collectors.joining("<br>\n")))
                    .append("</p>\n");
        }
        parent.ifPresent(before -> out.append(htmlQuotation(before)));
        return Optional.of(out.append("</body></html>\n").toString());
    }

    private String htmlQuotation(Written before) {
        var forwarded = letter.relation().equals("fwd");
        var head = forwarded
                ? head(before, "---------- Forwarded message ---------").strip()
                : Quotation.introduction(letter.from(), before.letter());
        return "<div class=\"quote\"><p>" + Markup.escaped(head).replace("\n", "<br>\n") + "</p>\n"
                + "<blockquote type=\"cite\" style=\"margin:0 0 0 8px;padding-left:10px;border-left:2px solid #c8ccd0\">"
                + Markup.escaped(before.text()).replace("\n", "<br>\n") + "</blockquote></div>\n";
    }
}
