package org.waxwing.bootstrap.demo.world;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waxwing.bootstrap.demo.mime.HeaderText;
import org.waxwing.bootstrap.demo.mime.MimeEntity;
import org.waxwing.bootstrap.demo.mime.PlainText;
import org.waxwing.bootstrap.demo.mime.TransferEncoding;

/** Makes messages of letters. A letter has to come after the one it answers or forwards. Not safe for several threads. */
final class LetterWriter {
    private static final Pattern PREFIX = Pattern.compile("^(?:(?:Re|AW|Fwd|WG|RE): )+");

    private final Fingerprint chance;
    private final Appointments appointments;
    private final String pictures;
    private final Map<String, Written> written = new HashMap<>();

    LetterWriter(Fingerprint chance, Timeline timeline, String pictures) {
        this.chance = chance;
        this.appointments = new Appointments(timeline);
        this.pictures = pictures;
    }

    Written write(Letter letter) {
        var parent = parent(letter);
        var answers = letter.relation().equals("re") ? parent : Optional.<Written>empty();
        var references = new ArrayList<String>();
        answers.ifPresent(before -> {
            references.addAll(before.references());
            references.add(before.messageId());
        });
        var subject = subject(letter, parent);
        var messageId = messageId(letter);
        var charset = charset(letter, subject);
        var body = new LetterBody(letter, parent, subject, chance.hex(letter.id() + "token"), pictures);
        var content = content(letter, body, messageId, charset);
        var headers = headers(letter, subject, messageId, references, charset);
        var result = new Written(letter, messageId, references, subject, body.text(), headers, content);
        written.put(letter.id(), result);
        return result;
    }

    private Optional<Written> parent(Letter letter) {
        if (letter.parent().isEmpty()) return Optional.empty();
        var parent = written.get(letter.parent());
        if (parent == null) throw new IllegalArgumentException(letter.id() + " comes before " + letter.parent());
        return Optional.of(parent);
    }

    private String messageId(Letter letter) {
        return "<" + chance.hex(letter.id()) + "." + letter.date().toEpochSecond() % 10_000_000 + "@"
                + letter.from().domain() + ">";
    }

    private static String subject(Letter letter, Optional<Written> parent) {
        var own = letter.first("S");
        if (own.isPresent() || parent.isEmpty()) {
            var tag = letter.recipients().filter(Person::isMailingList).findFirst();
            return tag.map(list -> "[" + list.setting("list", "") + "] ").orElse("") + own.orElse("");
        }
        var base = PREFIX.matcher(parent.get().subject()).replaceFirst("");
        var german = letter.from().is("aw");
        if (letter.relation().equals("fwd")) return (german ? "WG: " : "Fwd: ") + base;
        return (german ? "AW: " : "Re: ") + base;
    }

    private static Charset charset(Letter letter, String subject) {
        var wish = letter.first("C").map(line -> line.split(" ", -1)[0])
                .orElse(letter.from().setting("charset", "utf-8"));
        var charset = Charset.forName(wish);
        return charset.newEncoder().canEncode(subject + letter.from().name()) ? charset : UTF_8;
    }

    private List<String> headers(
            Letter letter, String subject, String messageId, List<String> references, Charset charset) {
        var lines = new ArrayList<String>();
        var from = letter.from();
        lines.add(HeaderText.line("Date", TraceHeaders.date(letter.date().withZoneSameInstant(from.zone()))));
        lines.add(HeaderText.line("From", HeaderText.mailbox(from.name(), from.address(), charset)));
        var replyTo = from.setting("replyto", "");
        if (!replyTo.isEmpty()) lines.add(HeaderText.line("Reply-To", replyTo));
        // To undisclosed recipients: no field rather than an empty group, of which GreenMail's ENVELOPE makes an address
        // that clients cannot read.
        if (!letter.to().isEmpty()) lines.add(HeaderText.line("To", mailboxes(letter.to())));
        if (!letter.cc().isEmpty()) lines.add(HeaderText.line("Cc", mailboxes(letter.cc())));
        // A message without a subject has no such line at all; that is one of the oddities to show.
        if (!subject.isEmpty()) lines.add(HeaderText.line("Subject", HeaderText.text(subject, charset)));
        lines.add(HeaderText.line("Message-ID", messageId));
        if (!references.isEmpty()) {
            lines.add(HeaderText.line("In-Reply-To", references.getLast()));
            lines.add(HeaderText.line("References", String.join(" ", references)));
        }
        letter.recipients().filter(Person::isMailingList).findFirst().ifPresent(list -> addListHeaders(lines, list));
        if (MachineMail.isNewsletter(letter)) addNewsletterHeaders(lines, letter);
        else if (from.is("auto")) lines.add("Auto-Submitted: auto-generated");
        var mailer = from.setting("mailer", "");
        if (!mailer.isEmpty()) lines.add(HeaderText.line("User-Agent", mailer.replace('_', ' ')));
        lines.addAll(letter.all("H"));
        return lines;
    }

    private static String mailboxes(List<Person> people) {
        return people.stream()
                .map(person -> HeaderText.mailbox(person.name(), person.address(), UTF_8))
                .collect(Collectors.joining(", "));
    }

    private static void addListHeaders(List<String> lines, Person list) {
        lines.add(HeaderText.line("List-Id", list.name() + " <" + list.address().replace('@', '.') + ">"));
        lines.add(HeaderText.line("List-Post", "<mailto:" + list.address() + ">"));
        lines.add(HeaderText.line(
                "List-Unsubscribe", "<mailto:" + list.address().replace("@", "-leave@") + "?subject=unsubscribe>"));
        lines.add(HeaderText.line("List-Archive",
                "<https://" + list.domain() + "/archive/" + list.setting("list", "") + ">"));
        lines.add("Precedence: list");
    }

    private void addNewsletterHeaders(List<String> lines, Letter letter) {
        var from = letter.from();
        var token = chance.hex(letter.id() + "token");
        lines.add(HeaderText.line("List-Id", from.key() + " <" + from.key() + "." + from.domain() + ">"));
        lines.add(HeaderText.line(
                "List-Unsubscribe",
                "<" + MachineMail.unsubscribeUrl(letter, token) + ">, <mailto:leave@" + from.domain() + "?subject="
                        + token
                        + ">"));
        lines.add("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        lines.add("Precedence: bulk");
    }

    private MimeEntity content(Letter letter, LetterBody body, String messageId, Charset charset) {
        var contentIds = chance.hex(messageId).substring(0, 8) + ".";
        var content = readable(letter, body, contentIds, charset);
        var files = new ArrayList<MimeEntity>();
        if (letter.first("Q").orElse("").equals("attach")) files.add(forwarded(letter));
        for (var file : letter.all("A")) files.add(Enclosures.attachment(file));
        if (files.isEmpty()) return content;
        files.addFirst(content);
        return MimeEntity.multipart("mixed", boundary(letter, "mixed"), files);
    }

    private MimeEntity forwarded(Letter letter) {
        var original = written.get(letter.parent());
        if (original == null) throw new IllegalArgumentException(letter.id() + " attaches nothing");
        return MimeEntity.message("original.eml", original.content().toMessage(original.headers()));
    }

    private MimeEntity readable(Letter letter, LetterBody body, String contentIds, Charset charset) {
        var alternatives = new ArrayList<MimeEntity>();
        if (!letter.first("T").orElse("").endsWith("htmlonly")) alternatives.add(plain(letter, body.text(), charset));
        body.html(contentIds).ifPresent(html -> alternatives.add(rich(letter, html, contentIds)));
        letter.first("E").ifPresent(directive -> {
            var calendar = appointments.calendar(letter, directive);
            alternatives.add(MimeEntity.text(
                    "calendar; method=" + calendar.method(), calendar.text(), UTF_8, TransferEncoding.BASE64));
        });
        if (alternatives.size() == 1) return alternatives.getFirst();
        return MimeEntity.multipart("alternative", boundary(letter, "alt"), alternatives);
    }

    private MimeEntity rich(Letter letter, String html, String contentIds) {
        var text = MimeEntity.text("html", html, UTF_8, TransferEncoding.QUOTED_PRINTABLE);
        if (letter.all("I").isEmpty()) return text;
        var parts = new ArrayList<MimeEntity>();
        parts.add(text);
        for (var picture : letter.all("I")) parts.add(Enclosures.inline(picture, contentIds));
        return MimeEntity.multipart("related", boundary(letter, "rel"), parts);
    }

    private static MimeEntity plain(Letter letter, String text, Charset charset) {
        var flowed = letter.from().is("flowed");
        var subtype = flowed ? "plain; format=flowed" : "plain";
        var laidOut = (flowed ? PlainText.flowed(text) : PlainText.wrapped(text)) + "\n";
        if (US_ASCII.newEncoder().canEncode(laidOut)) {
            return MimeEntity.text(subtype, laidOut, charset, TransferEncoding.SEVEN_BIT);
        }
        var wish = letter.first("C")
                .map(line -> line.split(" ", -1)[1])
                .orElse(letter.from().setting("encoding", "quoted-printable"));
        if (charset.newEncoder().canEncode(laidOut)) {
            return MimeEntity.text(subtype, laidOut, charset, TransferEncoding.of(wish));
        }
        return MimeEntity.text(subtype, laidOut, UTF_8, TransferEncoding.BASE64);
    }

    private String boundary(Letter letter, String kind) {
        return "=_" + kind + "_" + chance.hex(letter.id() + kind);
    }
}
