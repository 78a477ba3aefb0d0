package org.waxwing.bootstrap.bench.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.waxwing.bootstrap.demo.mime.HeaderText;
import org.waxwing.bootstrap.demo.mime.MimeEntity;
import org.waxwing.bootstrap.demo.mime.PlainText;
import org.waxwing.bootstrap.demo.mime.TransferEncoding;

/** Writes single messages. */
final class Desk {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
            "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MOST_QUOTED_LINES = 120;

    private final RandomGenerator random;
    private final Prose prose;
    private final Files files;
    private final Page page;
    private final String series;
    private int number;

    Desk(RandomGenerator random, Prose prose, String series) {
        this.random = random;
        this.prose = prose;
        this.files = new Files(random, prose);
        this.page = new Page(random);
        this.series = series;
    }

    /** The next message of a conversation. */
    Letter next(Conversation conversation, Instant at) {
        var sender = conversation.sender();
        var kind = conversation.kind();
        var paragraphs = prose.paragraphs(sender.language(), kind.words(random));
        var own = paragraphs.stream().map(PlainText::wrapped).collect(Collectors.joining("\n\n", "", "\n"))
                + (kind.isFromMachine() ? "" : "\n-- \n" + sender.name() + "\n");
        var quoted = !conversation.latest().isEmpty() && random.nextInt(10) < 8 ? quoted(conversation.latest()) : "";
        var text = quoted.isEmpty() ? own : own + "\nOn " + DATE.format(at) + " you wrote:\n" + quoted;
        var coding = sender.coding().fitFor(text);
        var body = body(kind, sender, text, paragraphs, quoted, coding);
        var subject = conversation.subject();
        var messageId = series + "." + ++number + "@" + sender.domain();
        var source = body.toMessage(headers(conversation, subject, messageId, at));
        conversation.add(messageId, own);
        return new Letter(at, source, flags(), messageId);
    }

    /** A short message in plain text; {@code word} is in its subject. */
    Letter small(String word, Instant at) {
        var paragraph = prose.paragraphs(Language.ENGLISH, 60);
        var body = MimeEntity.text(
                "plain",
                PlainText.wrapped(String.join("\n\n", paragraph)) + "\n",
                UTF_8,
                TransferEncoding.QUOTED_PRINTABLE);
        return plain(body, word + " " + prose.phrase(Language.ENGLISH, 4), at);
    }

    /** A message with one file of that many bytes, as they are before their encoding. */
    Letter large(int bytes, Instant at) {
        var text = MimeEntity.text("plain", "The recording.\n", UTF_8, TransferEncoding.SEVEN_BIT);
        var body = MimeEntity.multipart(
                "mixed", boundary(), List.of(text, files.one(Language.ENGLISH, bytes)));
        return plain(body, "A large file", at);
    }

    private Letter plain(MimeEntity body, String subject, Instant at) {
        var messageId = series + "." + ++number + "@example.org";
        var headers = List.of(
                HeaderText.line("Date", DATE.format(at)),
                HeaderText.line("From", "Klara Vogel <klara@example.org>"),
                HeaderText.line("To", Correspondent.owner().mailbox()),
                HeaderText.line("Subject", subject),
                HeaderText.line("Message-ID", "<" + messageId + ">"));
        return new Letter(at, body.toMessage(headers), "", messageId);
    }

    private MimeEntity body(
            Kind kind,
            Correspondent sender,
            String text,
            List<String> paragraphs,
            String quoted,
            Coding coding) {
        var plain = MimeEntity.text("plain", text, coding.charset(), coding.encoding());
        MimeEntity body = plain;
        if (kind == Kind.INVITATION)
            body = MimeEntity.multipart("alternative", boundary(), List.of(plain, invitation(sender)));
        else
            if (kind == Kind.NEWSLETTER || kind == Kind.RECEIPT || (sender.writesHtml() && kind != Kind.LIST))
                body = withHtml(kind, sender, plain, paragraphs, quoted, coding.forHtml());
        if (kind.hasFiles(random)) {
            var parts = new ArrayList<>(List.of(body));
            parts.addAll(files.some(sender.language()));
            return MimeEntity.multipart("mixed", boundary(), parts);
        }
        if (kind == Kind.PERSONAL && random.nextInt(1000) < 8) {
            var earlier = small("earlier", Instant.EPOCH);
            return MimeEntity.multipart(
                    "mixed", boundary(), List.of(body, MimeEntity.message("forwarded.eml", earlier.source())));
        }
        return body;
    }

    private MimeEntity withHtml(
            Kind kind, Correspondent sender, MimeEntity plain, List<String> paragraphs, String quoted, Coding coding) {
        boolean machine = kind == Kind.NEWSLETTER || kind == Kind.RECEIPT;
        var html = machine
                ? page.ofMachine(paragraphs, sender.domain(), kind == Kind.NEWSLETTER, coding.charset())
                : page.ofPerson(paragraphs, quoted, coding.charset());
        boolean picture = random.nextInt(100) < (kind == Kind.PERSONAL ? 10 : 5);
        var contentId = picture ? page.token(8) + "@example.org" : "";
        if (picture) html = html.replace("</body>", "<img src=\"cid:" + contentId + "\" alt=\"\"></body>");
        var rich = MimeEntity.text("html", html, coding.charset(), coding.encoding());
        if (picture)
            rich = MimeEntity.multipart("related", boundary(), List.of(rich, files.picture(contentId)));
        if (random.nextInt(100) < (machine ? 35 : 8)) return rich;
        return MimeEntity.multipart("alternative", boundary(), List.of(plain, rich));
    }

    private MimeEntity invitation(Correspondent sender) {
        var calendar = "BEGIN:VCALENDAR\nPRODID:-//example//bench//EN\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:"
                + page.token(8) + "@example.org\nDTSTAMP:20260101T090000Z\nDTSTART:20260301T090000Z\nDURATION:PT1H\n"
                + "SEQUENCE:0\nORGANIZER:mailto:" + sender.address() + "\nSUMMARY:" + prose.phrase(Language.ENGLISH, 3)
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return MimeEntity.text("calendar; method=REQUEST", calendar, UTF_8, TransferEncoding.BASE64);
    }

    private List<String> headers(Conversation conversation, String subject, String messageId, Instant at) {
        var sender = conversation.sender();
        var out = new ArrayList<String>();
        var host = "mx." + sender.domain();
        out.add("Return-Path: <" + sender.address() + ">");
        out.add("Delivered-To: alex@example.org");
        out.add("Received: from " + host + " (" + host + " [192.0.2." + random.nextInt(1, 255)
                + "])\r\n\tby in.example.org (Postfix) with ESMTPS id " + page.token(5)
                + "\r\n\tfor <alex@example.org>; " + DATE.format(at));
        out.add("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + sender.domain()
                + "; s=k1;\r\n\th=from:to:subject:date:message-id; bh=" + page.token(16) + ";\r\n\tb=" + page.token(32)
                + "\r\n\t " + page.token(32) + "\r\n\t " + page.token(32));
        out.add("Authentication-Results: in.example.org; dkim=pass; spf=pass; dmarc=pass");
        out.add(HeaderText.line("Date", DATE.format(at)));
        out.add(HeaderText.line("From", sender.mailbox()));
        out.add(HeaderText.line("To", conversation.recipient().mailbox()));
        out.add(HeaderText.line("Subject", HeaderText.text(subject, sender.coding().fitFor(subject).charset())));
        out.add(HeaderText.line("Message-ID", "<" + messageId + ">"));
        var references = conversation.references();
        if (!references.isEmpty()) {
            out.add(HeaderText.line("In-Reply-To", "<" + references.getLast() + ">"));
            out.add(references.stream()
                    .map(id -> "<" + id + ">")
                    .collect(Collectors.joining("\r\n ", "References: ", "")));
        }
        if (conversation.kind() == Kind.LIST || conversation.kind() == Kind.NEWSLETTER) {
            out.add("List-Id: <news." + sender.domain() + ">");
            out.add("List-Unsubscribe: <https://" + sender.domain() + "/u/" + page.token(8) + ">");
            out.add("Precedence: bulk");
        }
        return out;
    }

    private String flags() {
        var out = new StringBuilder();
        if (random.nextInt(100) < 5) out.append('F');
        if (random.nextInt(100) < 12) out.append('R');
        if (random.nextInt(100) < 90) out.append('S');
        return out.toString();
    }

    private static String quoted(String text) {
        return PlainText.quoted(text.lines().limit(MOST_QUOTED_LINES).collect(Collectors.joining("\n")));
    }

    private String boundary() {
        return "=_" + page.token(12);
    }
}
