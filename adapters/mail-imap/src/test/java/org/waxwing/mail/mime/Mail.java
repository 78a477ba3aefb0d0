package org.waxwing.mail.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.RawMessage;

/** A message taken apart, with the bytes of its attachments. */
record Mail(ParsedMessage parsed, List<String> kept) {
    static final Instant ARRIVAL = Instant.parse("2026-03-02T08:00:00Z");

    /** A file of the corpus, by its name without {@code .eml}. */
    static Mail named(String name) throws IOException {
        try (var in = Mail.class.getResourceAsStream("/mail/" + name + ".eml")) {
            if (in == null) throw new IOException("No such mail: " + name);
            return of(in.readAllBytes());
        }
    }

    static Mail of(String source) throws IOException {
        return of(source.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Mail of(byte[] source) throws IOException {
        return of(RawMessage.of(source));
    }

    static Mail of(RawMessage source) throws IOException {
        var kept = new ArrayList<String>();
        var parsed = new MimeMessageParser().parse(source, ARRIVAL, decoded -> {
            byte[] bytes = decoded.readAllBytes();
            kept.add(new String(bytes, StandardCharsets.ISO_8859_1));
            return new BlobStore.Stored(id(kept.size()), bytes.length);
        });
        return new Mail(parsed, kept);
    }

    static BlobId id(int number) {
        return new BlobId(HexFormat.of().toHexDigits(number).repeat(8));
    }

    String subject() {
        return parsed.headers().subject().value();
    }

    String text() {
        return parsed.text().value();
    }

    String html() {
        return parsed.html().value();
    }

    List<Attachment> attachments() {
        return parsed.attachments();
    }

    List<String> names() {
        return attachments().stream().map(it -> it.name().value()).toList();
    }
}
