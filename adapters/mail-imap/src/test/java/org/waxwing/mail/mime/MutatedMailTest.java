package org.waxwing.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every mail of the corpus, broken in thousands of ways that are the same in every run. */
class MutatedMailTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int ROUNDS = 100;
    private static final List<String> STRANGE = List.of(
            "\0", "\r\n", "\n\n", "\r\n--b--\r\n", "=?", "?=", "=", "begin 644 x\r\n", "\u00ff\u00fe",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "Content-Transfer-Encoding: base64\r\n", "*0*=",
            "\"", ";", "<", "\r\n ", "-----BEGIN PGP MESSAGE-----\r\n");

    @Test
    void reads_broken_copies_of_every_mail_without_giving_up() throws Exception {
        var mails = corpus();
        var gaveUp = new GaveUp();
        var parser = Logger.getLogger(MimeMessageParser.class.getName());
        parser.addHandler(gaveUp);
        try {
            Assertions.assertTimeoutPreemptively(SOON, () -> {
                var random = new Random(20260301);
                for (var mail : mails)
                    for (int round = 0; round < ROUNDS; round++) {
                        var read = Mail.of(mutated(mail, mails, random));
                        assertThat(read.text().length()).isLessThan(6 << 20);
                        assertThat(read.attachments().size()).isLessThan(2_000);
                    }
            });
        } finally {
            parser.removeHandler(gaveUp);
        }

        assertThat(gaveUp.messages).isEmpty();
    }

    @Test
    void opens_broken_files_or_leaves_them() throws Exception {
        var random = new Random(20260302);
        for (var mail : corpus()) {
            byte[] file = lastBase64(mail);
            for (int round = 0; round < ROUNDS; round++) {
                byte[] broken = mutated(file, List.of(file), random);
                assertThat(Tnef.open(ByteBuffer.wrap(broken))).isNotNull();
                assertThat(Cms.of(broken)).isNotNull();
                assertThat(CompressedRtf.open(ByteBuffer.wrap(broken))).isNotNull();
                assertThat(Rtf.of(broken)).isNotNull();
            }
        }
    }

    private static List<byte[]> corpus() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(MutatedMailTest.class.getResource("/mail")).toURI());
        var mails = new ArrayList<byte[]>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) mails.add(Files.readAllBytes(file));
        }
        assertThat(mails).hasSizeGreaterThan(140);
        return mails;
    }

    private static byte[] mutated(byte[] original, List<byte[]> others, Random random) {
        byte[] mail = original;
        for (int step = random.nextInt(1, 5); step > 0 && mail.length > 1; step--) {
            int at = random.nextInt(mail.length);
            int to = Math.min(mail.length, at + random.nextInt(1, 200));
            mail = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(mail, at);
                case 1 -> joined(mail, 0, at, mail, to, mail.length);
                case 2 -> joined(mail, 0, to, mail, at, mail.length);
                case 3 -> {
                    byte[] strange = STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.ISO_8859_1);
                    byte[] begun = joined(mail, 0, at, strange, 0, strange.length);
                    yield joined(begun, 0, begun.length, mail, at, mail.length);
                }
                case 4 -> {
                    byte[] other = others.get(random.nextInt(others.size()));
                    yield joined(mail, 0, at, other, random.nextInt(other.length + 1), other.length);
                }
                default -> {
                    byte[] flipped = mail.clone();
                    for (int i = 0; i < 8; i++) flipped[random.nextInt(mail.length)] = (byte) random.nextInt(256);
                    yield flipped;
                }
            };
        }
        return mail;
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        var joined = new ByteArrayOutputStream();
        joined.write(first, from, to - from);
        joined.write(second, secondFrom, secondTo - secondFrom);
        return joined.toByteArray();
    }

    /** The file that is encoded last in a mail, or the mail. */
    private static byte[] lastBase64(byte[] mail) throws IOException {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        int header = text.lastIndexOf("base64\r\n\r\n");
        if (header < 0) return mail;
        var encoded = text.substring(header + 10).getBytes(StandardCharsets.ISO_8859_1);
        return new Base64Bytes(new ByteArrayInputStream(encoded)).readAllBytes();
    }

    /** Hears when the parser takes a message for its source. */
    private static final class GaveUp extends Handler {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            var parameters = record.getParameters();
            messages.add(record.getMessage() + (parameters == null ? "" : Arrays.toString(parameters)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
