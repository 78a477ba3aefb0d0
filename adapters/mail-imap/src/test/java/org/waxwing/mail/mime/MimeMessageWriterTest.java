package org.waxwing.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Letter;

/** What we write is read as it was meant, by our own parser and whoever keeps to the same RFCs. */
class MimeMessageWriterTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EmailAddress BOB = EmailAddress.of("bob@example.org");

    private static EmailAddress ada(String name) {
        return new EmailAddress(new UntrustedText(name), "ada@example.org");
    }

    private static Letter letter(String name, String subject, String text, RawMessage... originals) {
        return new Letter(
                new MessageId("1@example.org"), ada(name), List.of(BOB), new UntrustedText(subject), text, NOON,
                List.of(new MessageId("a@x"), new MessageId("b@x")), Letter.Origin.REPLIED, List.of("theirs", "ours"),
                List.of(originals));
    }

    private static String written(Letter letter) throws IOException {
        try (var bytes = new MimeMessageWriter().write(letter).open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ParsedMessage read(Letter letter, List<String> files) throws IOException {
        return new MimeMessageParser().parse(new MimeMessageWriter().write(letter), NOON, decoded -> {
            files.add(new String(decoded.readAllBytes(), StandardCharsets.UTF_8));
            return new BlobStore.Stored(new BlobId("ab".repeat(32)), 1);
        });
    }

    @Test
    void says_who_answers_whom_and_that_a_machine_does() throws IOException {
        var text = written(letter("Ada", "Re: Lunch", "At noon."));

        assertThat(text).contains(
                "Date: Sun, 1 Mar 2026 12:00:00 +0000\r\n", "From: Ada <ada@example.org>\r\n",
                "To: bob@example.org\r\n", "Message-ID: <1@example.org>\r\n", "In-Reply-To: <b@x>\r\n",
                "References: <a@x> <b@x>\r\n", "Subject: Re: Lunch\r\n", "Auto-Submitted: auto-replied\r\n",
                "X-Waxwing-Loop: theirs\r\n", "X-Waxwing-Loop: ours\r\n", "Precedence: bulk\r\n");
    }

    @Test
    void words_of_all_languages_are_read_as_they_were_written() throws IOException {
        for (var words : List.of("Grüße aus Köln", "星期五的午餐", "Обед в полдень, как договаривались", "Lunch 🥗",
                "= equals")) {
            var read = read(letter(words, words, words + "\n.\nFrom here\n" + "long ".repeat(300)), new ArrayList<>());

            assertThat(read.headers().subject().value()).isEqualTo(words);
            assertThat(read.headers().from().getFirst().name().value()).isEqualTo(words);
            assertThat(read.text().value()).startsWith(words).contains("\n.\n", "From here");
        }
    }

    @Test
    void nothing_that_stands_in_a_letter_makes_a_field_of_its_own() throws IOException {
        var evil = "Hello\r\nBcc: everybody@example.org\r\n\r\nBuy\u0000 \u2028\u0085now";
        var letter = new Letter(
                new MessageId("1@example.org\r\nBcc: a@b"), ada(evil), List.of(BOB), new UntrustedText(evil), evil,
                NOON,
                List.of(new MessageId("x\r\nBcc: a@b")), Letter.Origin.PERSON, List.of(evil), List.of());

        var fields = new MimeMessageParser().fields(new MimeMessageWriter().write(letter)).stream()
                .map(HeaderField::name)
                .map(UntrustedText::value)
                .toList();

        assertThat(fields).containsExactly(
                "Date", "From", "To", "Message-ID", "In-Reply-To", "References", "Subject", "X-Waxwing-Loop",
                "MIME-Version", "Content-Type", "Content-Transfer-Encoding");
    }

    @Test
    void lines_are_short_and_of_seven_bits() throws IOException {
        var text = written(letter("Ada ".repeat(60), "Grüße ".repeat(80), "ü".repeat(5_000) + "a".repeat(5_000)));

        assertThat(text.lines())
                .allSatisfy(it -> assertThat(it).hasSizeLessThan(200).matches(Pattern.compile("\\p{ASCII}*")));
    }

    @Test
    void an_original_is_attached_as_it_came() throws IOException {
        var source = "From: eve@example.org\r\nSubject: Lunch\r\n\r\nAt noon?\r\n--=_1exampleorg--\r\nünd so weiter";
        var files = new ArrayList<String>();
        var letter = letter("Ada", "Fwd: Lunch", "See below.", RawMessage.of(source.getBytes(StandardCharsets.UTF_8)));
        var whole = new MimeMessageWriter().write(letter);

        var text = written(letter);
        var read = read(letter("Ada", "Fwd: Lunch", "See below.",
                RawMessage.of("Subject: Lunch\r\n\r\nAt noon?".getBytes(StandardCharsets.UTF_8))), files);

        assertThat(text).contains("Content-Type: message/rfc822\r\n", source);
        assertThat(whole.size()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(read.text().value()).startsWith("See below.");
        assertThat(Stream.concat(files.stream(), Stream.of(read.text().value())))
                .anyMatch(it -> it.contains("At noon?"));
    }

    @Test
    void can_be_read_again_and_again() throws IOException {
        var original = RawMessage.of("Subject: Lunch\r\n\r\nAt noon?".getBytes(StandardCharsets.UTF_8));
        var message = new MimeMessageWriter().write(letter("Ada", "Lunch", "See below.", original));

        try (InputStream first = message.open(); InputStream second = message.open()) {
            assertThat(first).hasSameContentAs(new ByteArrayInputStream(second.readAllBytes()));
        }
    }
}
