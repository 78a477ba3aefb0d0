package org.waxwing.mail.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

/**
 * Takes messages apart in one pass, without a copy of them anywhere. What it keeps of a message is bounded: 1 MB of
 * headers, 2 MB of plain text, 5 MB of HTML, 1,000 parts, 40 levels, 1,000 addresses a field, 24 MB of files that wrap
 * others; the rest is still in the source.
 */
public final class MimeMessageParser implements MessageParser {
    private static final int MESSAGE_HEADERS = 1 << 20;
    private static final int LONGEST_FALLBACK = 2 << 20;
    private static final int LONGEST_SUBJECT = 16_000;
    private static final int LONGEST_IDS = 64_000;
    private static final int MOST_IDS = 200;
    private static final int LONGEST_ID = 2_000;
    private static final Set<String> IN_CAPITALS = Set.of("id", "dkim", "arc", "spf", "mime", "bimi", "ms", "uid",
            "tls");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    @Override
    public ParsedMessage parse(RawMessage source, Instant receivedAt, AttachmentSink attachments) throws IOException {
        try (var in = source.open()) {
            var message = new MimeSource(in);
            var headers = message.headers(MESSAGE_HEADERS);
            var walk = new PartWalk(message, attachments);
            walk.walk(headers);
            var html = walk.html();
            return new ParsedMessage(
                    headers(headers, receivedAt),
                    new UntrustedText(walk.text()),
                    new UntrustedText(html),
                    walk.attachments(html),
                    walk.protection(),
                    testimony(headers));
        } catch (KeptFiles.SinkException e) {
            throw e.thrown();
        } catch (RuntimeException e) {
            // a kind of brokenness that nobody thought of: the source is better than nothing
            System.getLogger(MimeMessageParser.class.getName())
                    .log(System.Logger.Level.WARNING, "A message could not be taken apart: {0}",
                            e.getClass().getName());
            return asItIs(source, receivedAt);
        }
    }

    @Override
    public List<HeaderField> fields(RawMessage source) throws IOException {
        try (var in = source.open()) {
            return new MimeSource(in).headers(MESSAGE_HEADERS).fields().stream()
                    .map(it -> new HeaderField(
                            new UntrustedText(spelt(it.name())), new UntrustedText(EncodedWords.decode(it.value()))))
                    .toList();
        }
    }

    /** The name of a field as RFCs write it: names are compared in lower case here. */
    private static String spelt(String name) {
        var spelt = new StringBuilder(name.length());
        for (var word : name.split("-", -1)) {
            if (!spelt.isEmpty()) spelt.append('-');
            spelt.append(
                    IN_CAPITALS.contains(word) || word.isEmpty()
                            ? word.toUpperCase(Locale.ROOT)
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return spelt.toString();
    }

    @Override
    public Testimony testimony(RawMessage source) throws IOException {
        try (var in = source.open()) {
            return testimony(new MimeSource(in).headers(MESSAGE_HEADERS));
        } catch (RuntimeException e) {
            // as broken as that, it proves nothing
            return Testimony.of(List.of());
        }
    }

    private static Testimony testimony(Headers headers) {
        return Testimony.read(headers.fields().stream()
                .filter(it -> it.name().equals("received") || it.name().equals("authentication-results"))
                .map(it -> new Testimony.Field(it.name(), it.value()))
                .toList());
    }

    private static ParsedMessage asItIs(RawMessage source, Instant receivedAt) throws IOException {
        try (var in = source.open()) {
            var text = Charsets.decode(in.readNBytes(LONGEST_FALLBACK), Optional.empty());
            var nothing = new Headers(List.of());
            return new ParsedMessage(
                    headers(nothing, receivedAt), new UntrustedText(text), UntrustedText.EMPTY, List.of(),
                    Protection.NONE, Testimony.of(List.of()));
        }
    }

    private static MessageHeaders headers(Headers headers, Instant receivedAt) {
        return new MessageHeaders(
                ids(headers.all("message-id")),
                ids(headers.all("in-reply-to")),
                ids(headers.all("references")),
                new UntrustedText(EncodedWords.decode(clipped(headers.first("subject").orElse(""), LONGEST_SUBJECT))),
                // several senders in one field are lawful; several fields are a trick
                Addresses.of(headers.first("from").or(() -> headers.first("sender")).stream().toList()),
                addresses(headers, "to"),
                addresses(headers, "cc"),
                addresses(headers, "bcc"),
                addresses(headers, "reply-to"),
                headers.first("date").flatMap(Dates::of).orElse(receivedAt));
    }

    private static List<EmailAddress> addresses(Headers headers, String name) {
        return Addresses.of(headers.all(name));
    }

    /** Message-IDs (RFC 5322 §3.6.4), or the words of a field that has none in brackets. */
    private static List<MessageId> ids(List<String> fields) {
        var ids = new LinkedHashSet<MessageId>();
        for (var field : fields) {
            var text = utf8(clipped(field, LONGEST_IDS));
            if (!bracketed(text, ids))
                for (var word : text.split("\\s+", -1)) if (word.indexOf('@') > 0) add(word, ids);
        }
        // the newest stand last, and are what a reply belongs to
        return ids.stream().skip(Math.max(0, ids.size() - MOST_IDS)).toList();
    }

    /** Whether there were any. */
    private static boolean bracketed(String text, Set<MessageId> into) {
        boolean any = false;
        int begin = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '<') begin = at + 1;
            if (c != '>') continue;
            if (begin > 0 && at > begin && at - begin <= LONGEST_ID) {
                add(text.substring(begin, at), into);
                any = true;
            }
            begin = -1;
        }
        return any;
    }

    private static void add(String id, Set<MessageId> into) {
        // folding may have put white space into the middle
        var whole = WHITE_SPACE.matcher(id).replaceAll("");
        if (!new UntrustedText(whole).onOneLine().isBlank()) into.add(new MessageId(whole));
    }

    private static String utf8(String latin1) {
        return Charsets.decode(latin1.getBytes(StandardCharsets.ISO_8859_1), Optional.empty());
    }

    private static String clipped(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
