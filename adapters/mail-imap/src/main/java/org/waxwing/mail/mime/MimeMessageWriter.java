package org.waxwing.mail.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Letter;
import org.waxwing.domain.sending.MessageWriter;

/**
 * Writes header fields and words with the encodings of the mail library, and parts around originals that are streamed as
 * they are: a message as an attachment must not be encoded (RFC 2046 §5.2.1).
 */
public final class MimeMessageWriter implements MessageWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String END = "\r\n";

    @Override
    public RawMessage write(Letter letter) {
        var head = header(letter);
        if (letter.originals().isEmpty()) return RawMessage.of(bytes(head + words(letter.text())));
        // nobody could know it when the original was written
        var boundary = "=_" + letter.id().value().replaceAll("[^0-9A-Za-z]", "");
        boundary = boundary.substring(0, Math.min(boundary.length(), 60));
        List<RawMessage> pieces = new ArrayList<>();
        pieces.add(RawMessage.of(bytes(head + "Content-Type: multipart/mixed;" + END + " boundary=\"" + boundary + "\""
                + END + END + "--" + boundary + END + words(letter.text()))));
        for (var original : letter.originals()) {
            pieces.add(RawMessage.of(bytes(END + "--" + boundary + END + "Content-Type: message/rfc822" + END
                    + "Content-Disposition: attachment; filename=\"message.eml\"" + END
                    + "Content-Transfer-Encoding: 8bit" + END + END)));
            pieces.add(original);
        }
        pieces.add(RawMessage.of(bytes(END + "--" + boundary + "--" + END)));
        return new Joined(pieces);
    }

    private static String header(Letter letter) {
        var head = new StringBuilder();
        field(head, "Date", DATE.format(letter.date()));
        field(head, "From", address(letter.from()));
        field(head, "To", letter.to().stream().map(MimeMessageWriter::address).collect(Collectors.joining(", ")));
        field(head, "Message-ID", "<" + letter.id().value() + ">");
        if (!letter.answers().isEmpty()) {
            field(head, "In-Reply-To", "<" + letter.answers().getLast().value() + ">");
            field(head, "References", letter.answers().stream()
                    .map(MessageId::value)
                    .map(it -> "<" + it + ">")
                    .collect(Collectors.joining(" ")));
        }
        field(head, "Subject", encoded(letter.subject().value()));
        switch (letter.origin()) {
            case PERSON -> {
            }
            case GENERATED -> {
                field(head, "Auto-Submitted", "auto-generated");
                field(head, "X-Auto-Response-Suppress", "All");
            }
            case REPLIED -> {
                field(head, "Auto-Submitted", "auto-replied");
                field(head, "X-Auto-Response-Suppress", "All");
                // for those who do not know RFC 3834 yet
                field(head, "Precedence", "bulk");
            }
        }
        letter.marks().forEach(it -> field(head, "X-Waxwing-Loop", encoded(it)));
        field(head, "MIME-Version", "1.0");
        return head.toString();
    }

    /** A field on lines of its own: whatever stands in a value, it ends where the field does. */
    private static void field(StringBuilder head, String name, String value) {
        var line = value.replaceAll("[\\r\\n\\x00]+", " ");
        head.append(name).append(": ").append(MimeUtility.fold(name.length() + 2, line)).append(END);
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.encodeText(text, "UTF-8", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(EmailAddress it) {
        var name = it.name().onOneLine();
        if (name.isBlank()) return it.address();
        try {
            return new InternetAddress(it.address(), name.value(), "UTF-8").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of a part of words, and the words. */
    private static String words(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", END).getBytes(StandardCharsets.UTF_8);
        long letters = text.chars().filter(c -> c > 0x7E).count();
        // what has few letters beyond ASCII can still be read by everything
        var encoding = letters * 4 > text.length() ? "base64" : "quoted-printable";
        var coded = new ByteArrayOutputStream();
        try (var coder = MimeUtility.encode(coded, encoding)) {
            coder.write(lines);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Every mail library has " + encoding, e);
        }
        return "Content-Type: text/plain; charset=utf-8" + END + "Content-Transfer-Encoding: " + encoding + END + END
                + coded.toString(StandardCharsets.US_ASCII) + END;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Messages and what stands between them, one behind the other. */
    private record Joined(List<RawMessage> pieces) implements RawMessage {
        private Joined {
            pieces = List.copyOf(pieces);
        }

        @Override
        public InputStream open() throws IOException {
            var streams = new ArrayList<InputStream>();
            for (var it : pieces) streams.add(it.open());
            return new SequenceInputStream(Collections.enumeration(streams));
        }

        @Override
        public long size() {
            return pieces.stream().mapToLong(RawMessage::size).sum();
        }
    }
}
