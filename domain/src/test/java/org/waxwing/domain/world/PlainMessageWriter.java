package org.waxwing.domain.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Letter;
import org.waxwing.domain.sending.MessageWriter;

/** Writes letters as plain text in UTF-8, originals behind the words. */
public final class PlainMessageWriter implements MessageWriter {
    @Override
    public RawMessage write(Letter letter) {
        var text = new StringBuilder();
        line(text, "Message-ID", "<" + letter.id().value() + ">");
        line(text, "From", letter.from().address());
        line(text, "To", letter.to().stream().map(it -> it.address()).collect(Collectors.joining(", ")));
        line(text, "Subject", letter.subject().value());
        switch (letter.origin()) {
            case PERSON -> {
            }
            case GENERATED -> line(text, "Auto-Submitted", "auto-generated");
            case REPLIED -> line(text, "Auto-Submitted", "auto-replied");
        }
        letter.marks().forEach(it -> line(text, "X-Waxwing-Loop", it));
        if (!letter.answers().isEmpty()) {
            line(text, "In-Reply-To", "<" + letter.answers().getLast().value() + ">");
            line(text, "References", letter.answers().stream()
                    .map(MessageId::value)
                    .map(it -> "<" + it + ">")
                    .collect(Collectors.joining(" ")));
        }
        text.append("\r\n").append(letter.text().replace("\n", "\r\n")).append("\r\n");
        for (var original : letter.originals()) text.append(text(original)).append("\r\n");
        return RawMessage.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value.replaceAll("\\s+", " ")).append("\r\n");
    }

    private static String text(RawMessage message) {
        try (var bytes = message.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
