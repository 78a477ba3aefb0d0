package org.waxwing.domain.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.mailbox.RawMessage;

/** Reads what {@link EmailBuilder#source} writes: plain headers, one part in UTF-8. */
public final class PlainMessageParser implements MessageParser {
    @Override
    public ParsedMessage parse(RawMessage source, Instant receivedAt, AttachmentSink attachments) throws IOException {
        String message;
        try (var bytes = source.open()) {
            message = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
        int blank = message.indexOf("\r\n\r\n");
        var headers = headers(blank < 0 ? "" : message.substring(0, blank));
        var body = new UntrustedText(blank < 0 ? message : message.substring(blank + 4));
        boolean markup = headers.getOrDefault("content-type", "").startsWith("text/html");
        return new ParsedMessage(
                new MessageHeaders(
                        ids(headers, "message-id"),
                        ids(headers, "in-reply-to"),
                        ids(headers, "references"),
                        new UntrustedText(headers.getOrDefault("subject", "")),
                        addresses(headers, "from"),
                        addresses(headers, "to"),
                        addresses(headers, "cc"),
                        addresses(headers, "bcc"),
                        addresses(headers, "reply-to"),
                        date(headers, receivedAt)),
                body,
                markup ? body : UntrustedText.EMPTY,
                List.of(),
                Protection.NONE,
                testimony(headers));
    }

    @Override
    public Testimony testimony(RawMessage source) throws IOException {
        try (var bytes = source.open()) {
            var message = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return testimony(headers(message.split("\r\n\r\n", 2)[0]));
        }
    }

    private static Testimony testimony(Map<String, String> headers) {
        return Testimony.read(words(headers.getOrDefault("authentication-results", ""), "\n").stream()
                .map(it -> new Testimony.Field("authentication-results", it))
                .toList());
    }

    @Override
    public List<HeaderField> fields(RawMessage source) throws IOException {
        try (var bytes = source.open()) {
            var message = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return message.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .map(line -> line.split(":", 2))
                    .filter(field -> field.length == 2)
                    .map(field -> new HeaderField(new UntrustedText(field[0]), new UntrustedText(field[1])))
                    .toList();
        }
    }

    private static Map<String, String> headers(String head) {
        var headers = new HashMap<String, String>();
        head.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0)
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        });
        return headers;
    }

    private static List<MessageId> ids(Map<String, String> headers, String name) {
        return words(headers.getOrDefault(name, ""), " ").stream()
                .map(it -> new MessageId(it.replaceAll("[<>]", "")))
                .toList();
    }

    private static List<EmailAddress> addresses(Map<String, String> headers, String name) {
        return words(headers.getOrDefault(name, ""), ",").stream().map(EmailBuilder::address).toList();
    }

    private static Instant date(Map<String, String> headers, Instant receivedAt) {
        try {
            var written = headers.getOrDefault("date", "");
            return OffsetDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return receivedAt;
        }
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}
