package org.waxwing.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.RawMessage;

class HostileMailTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 10_000;

    private static String multipart(String parts) {
        return "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n";
    }

    private static String nested(int depth) {
        var source = new StringBuilder("Subject: deep\r\n");
        for (int i = 0; i < depth; i++)
            source.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i)
                    .append("\r\n");
        return source.append("Content-Type: text/plain\r\n\r\nbottom\r\n").toString();
    }

    /** S/MIME, only signed, around itself. */
    private static String wrapped(int times) {
        byte[] inner = "Content-Type: text/plain\r\n\r\nat the bottom".getBytes(ISO_8859_1);
        var head = "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\n";
        for (int i = 0; i < times; i++) {
            byte[] signed = HexFormat.of().parseHex("308006092a864886f70d010702a080308002010131003080"
                    + "06092a864886f70d010701a080");
            var file = new ByteArrayOutputStream();
            file.writeBytes(head.getBytes(ISO_8859_1));
            file.writeBytes(signed);
            file.writeBytes(ByteBuffer.allocate(6).put((byte) 4).put((byte) 0x84).putInt(inner.length).array());
            file.writeBytes(inner);
            inner = file.toByteArray();
        }
        return new String(inner, ISO_8859_1);
    }

    private static String winmail(int files) {
        var tnef = ByteBuffer.allocate(6 + files * 23).order(ByteOrder.LITTLE_ENDIAN);
        tnef.putInt(0x223E9F78).putShort((short) 1);
        for (int i = 0; i < files; i++) {
            tnef.put((byte) 2).putInt(0x00069002).putInt(0).putShort((short) 0);
            tnef.put((byte) 2).putInt(0x0006800F).putInt(1).put((byte) 'x').putShort((short) 0);
        }
        return "Content-Type: application/ms-tnef\r\n\r\n" + new String(tnef.array(), ISO_8859_1);
    }

    static Stream<Arguments> monsters() {
        return Stream.of(
                Arguments.of("a subject of a megabyte", "Subject: " + "x".repeat(1 << 20) + "\r\n\r\nbody"),
                Arguments.of("a megabyte of encoded words",
                        "Subject: " + "=?utf-8?Q?a?=\r\n ".repeat(60_000) + "\r\n\r\nbody"),
                Arguments.of("a megabyte of beginnings of encoded words",
                        "Subject: " + "=?a?b".repeat(200_000) + "\r\nFrom: " + "=?a?b".repeat(100_000)
                                + "\r\n\r\nbody"),
                Arguments.of("ten thousand recipients",
                        "To: " + "Some One <someone@example.org>,\r\n ".repeat(MANY) + "z@example.org\r\n\r\nbody"),
                Arguments.of("only commas", "To: " + "a,".repeat(250_000) + "\r\n\r\nbody"),
                Arguments.of("only opening brackets", "To: " + "<,".repeat(250_000) + "\r\n\r\nbody"),
                Arguments.of("only opening parentheses", "To: " + "(".repeat(500_000) + "\r\n\r\nbody"),
                Arguments.of("only quotes and colons", "To: " + "\":\"a:".repeat(100_000) + "\r\n\r\nbody"),
                Arguments.of("a hundred thousand header fields", "X: y\r\n".repeat(100_000) + "\r\nbody"),
                Arguments.of("headers that never end", "X: " + "y".repeat(20 << 20)),
                Arguments.of("ten thousand parts",
                        multipart("--b\r\nContent-Type: text/plain\r\n\r\npart\r\n".repeat(MANY))),
                Arguments.of("ten thousand empty parts", multipart("--b\r\n".repeat(MANY))),
                Arguments.of("a hundred levels", nested(100)),
                Arguments.of("ten thousand levels", nested(MANY)),
                Arguments.of("a boundary inside itself",
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(MANY)),
                Arguments.of("parameters without end",
                        multipart(("--b\r\nContent-Type: text/plain; " + "a*0=b;".repeat(3_000) + "\r\n\r\nx\r\n")
                                .repeat(200))),
                Arguments.of("semicolons", multipart(
                        ("--b\r\nContent-Type: text/plain" + ";".repeat(19_000) + "=\r\n\r\nx\r\n").repeat(500))),
                Arguments.of("message ids", "References: " + "<".repeat(300_000) + "\r\nIn-Reply-To: "
                        + "<a@b>".repeat(100_000) + "\r\n\r\nbody"),
                Arguments.of("ends of message ids", "References: " + ">".repeat(500_000) + "\r\n\r\nbody"),
                Arguments.of("beginnings of armour", "\r\n" + "-----BEGIN PGP MESSAGE-----\r\n".repeat(50_000)),
                Arguments.of("a hundred thousand uuencoded files",
                        "\r\n" + "begin 644 x\r\n#86)C\r\n`\r\nend\r\n".repeat(100_000)),
                Arguments.of("only spaces in quoted-printable",
                        "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + " ".repeat(3 << 20) + "x"),
                Arguments.of("only equals signs in quoted-printable",
                        "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "= ".repeat(1 << 20)),
                Arguments.of("signed files in signed files", wrapped(60)),
                Arguments.of("a winmail of a hundred thousand files", winmail(100_000)),
                Arguments.of("unclosed tags", "Content-Type: text/html\r\n\r\n" + "<b><i>".repeat(100_000)),
                Arguments.of("nested divisions", "Content-Type: text/html\r\n\r\n" + "<div>x".repeat(150_000)),
                Arguments.of("nested tables", "Content-Type: text/html\r\n\r\n" + "<table><tr><td>".repeat(50_000)),
                Arguments.of("attributes", "Content-Type: text/html\r\n\r\n<p " + "a=b ".repeat(200_000) + ">"),
                Arguments.of("one endless line of html", "Content-Type: text/html\r\n\r\n" + "&lt;".repeat(2_000_000)),
                Arguments.of("one endless line", "\r\n" + "-".repeat(10 << 20)),
                Arguments.of("delimiters nobody declared", multipart("--x\r\n".repeat(200_000))),
                Arguments.of("nothing but NUL", "\0".repeat(100_000)),
                Arguments.of("nothing but CR", "\r".repeat(1 << 20)),
                Arguments.of("flowed", "Content-Type: text/plain; format=flowed\r\n\r\n" + "> \r\n".repeat(200_000)),
                Arguments.of("quotes",
                        "Content-Type: text/plain; format=flowed\r\n\r\n" + ">".repeat(1 << 20) + "\r\n" + "a \r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("monsters")
    void survives(String name, String source) {
        var mail = Assertions.assertTimeoutPreemptively(SOON, () -> Mail.of(source), name);

        assertThat(mail.text().length()).isLessThanOrEqualTo(6 << 20);
        assertThat(mail.attachments().size()).isLessThanOrEqualTo(1_000);
        assertThat(mail.parsed().headers().to().size()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void keeps_what_lies_too_deep_as_a_file() throws IOException {
        var mail = Mail.of(nested(100));

        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.kept().getFirst()).contains("bottom");
    }

    @Test
    void opens_what_is_signed_only_so_deep() throws IOException {
        assertThat(Mail.of(wrapped(20)).text()).isEqualTo("at the bottom");
        var deep = Mail.of(wrapped(60));
        assertThat(deep.names()).containsExactly("smime.p7m");
        assertThat(deep.kept().getFirst()).contains("at the bottom");
    }

    @Test
    void leaves_a_winmail_alone_that_is_too_large_to_be_opened() throws IOException {
        var mail = Mail.of(winmail(1_200_000));

        assertThat(mail.names()).containsExactly("winmail.dat");
        assertThat(mail.attachments().getFirst().size()).isGreaterThan(24 << 20);
    }

    @Test
    void reads_the_texts_of_a_message_up_to_a_limit() throws IOException {
        var mail = Mail.of("Content-Type: text/plain\r\n\r\n" + "words and words\r\n".repeat(400_000));

        assertThat(mail.text().length()).isBetween(1_800_000, 2 << 20);
    }

    @Test
    void hands_on_an_attachment_of_any_size_as_it_is_read() throws IOException {
        long size = 80L << 20;
        var head = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: video/mp4\r\n\r\n";
        var taken = new long[1];

        var parsed = new MimeMessageParser().parse(stream(head, size, "\r\n--b--\r\n"), Mail.ARRIVAL, decoded -> {
            taken[0] = decoded.transferTo(OutputStream.nullOutputStream());
            return new BlobStore.Stored(Mail.id(1), taken[0]);
        });

        assertThat(taken[0]).isEqualTo(size);
        assertThat(parsed.attachments()).singleElement().satisfies(it -> assertThat(it.size()).isEqualTo(size));
    }

    @Test
    void takes_random_bytes_and_broken_copies_of_real_mail() throws IOException {
        var random = new Random(1);
        byte[] noise = new byte[4_000];
        for (int i = 0; i < 200; i++) {
            random.nextBytes(noise);
            assertThat(Mail.of(noise).text()).isNotNull();
        }
        for (var name : List.of("mixed-with-attachments", "alternative", "addresses-of-all-kinds", "message-attached",
                "uuencoded-part", "format-flowed", "related-inline-image")) {
            try (var in = HostileMailTest.class.getResourceAsStream("/mail/" + name + ".eml")) {
                if (in == null) throw new IOException(name);
                byte[] good = in.readAllBytes();
                for (int i = 0; i < 300; i++) {
                    byte[] bad = good.clone();
                    for (int j = 0; j < 10; j++) bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                    assertThat(Mail.of(bad).text()).isNotNull();
                }
            }
        }
    }

    @Test
    void passes_on_that_an_attachment_could_not_be_kept() {
        var source = RawMessage.of("Content-Type: application/pdf\r\n\r\nx".getBytes(ISO_8859_1));

        assertThatThrownBy(() -> new MimeMessageParser().parse(source, Mail.ARRIVAL, decoded -> {
            throw new IOException("disk full");
        })).isInstanceOf(IOException.class).hasMessage("disk full");
        assertThatThrownBy(() -> new MimeMessageParser().parse(source, Mail.ARRIVAL, decoded -> {
            throw new IllegalStateException("bug");
        })).isInstanceOf(IllegalStateException.class).hasMessage("bug");
    }

    private static RawMessage stream(String head, long size, String tail) {
        return new RawMessage() {
            @Override
            public InputStream open() {
                return new SequenceInputStream(Collections.enumeration(List.of(
                        new ByteArrayInputStream(head.getBytes(ISO_8859_1)),
                        new Zeros(size),
                        new ByteArrayInputStream(tail.getBytes(ISO_8859_1)))));
            }

            @Override
            public long size() {
                return head.length() + size + tail.length();
            }
        };
    }

    /** A lot of nothing, without a line end. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (left <= 0) return -1;
            int step = (int) Math.min(left, count);
            Arrays.fill(into, from, from + step, (byte) 0);
            left -= step;
            return step;
        }
    }
}
