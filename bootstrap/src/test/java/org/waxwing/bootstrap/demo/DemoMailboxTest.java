package org.waxwing.bootstrap.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.bootstrap.demo.world.DemoMessage;
import org.waxwing.bootstrap.demo.world.DemoOwner;
import org.waxwing.bootstrap.demo.world.DemoWorld;

class DemoMailboxTest {
    private static final long SEED = 7;
    private static final Instant NOW = Instant.parse("2026-11-18T13:20:00Z");
    private static final Map<DemoOwner, List<DemoMessage>> MAIL = mail(DemoWorld.of(SEED, NOW));
    private static final Pattern HOST = Pattern.compile("(?:[\\w.+-]@|https?://)([a-z0-9-]+(?:\\.[a-z0-9-]+)+)");

    @ParameterizedTest
    @EnumSource(DemoOwner.class)
    void is_the_same_for_the_same_seed_and_time(DemoOwner owner) {
        var once = messages(owner);
        var again = DemoMailbox.messages(SEED, NOW, owner);

        assertThat(again.stream().map(DemoMailboxTest::source).toList())
                .isEqualTo(once.stream().map(DemoMailboxTest::source).toList());
        assertThat(again.stream().map(DemoMessage::flags).toList())
                .isEqualTo(once.stream().map(DemoMessage::flags).toList());
    }

    @Test
    void differs_for_another_seed() {
        assertThat(messages(DemoOwner.ALICE).getFirst().messageId())
                .isNotEqualTo(DemoMailbox.messages(SEED + 1, NOW, DemoOwner.ALICE)
                        .getFirst()
                        .messageId());
    }

    @ParameterizedTest
    @CsvSource({"ALICE,320,370", "BOB,320,370", "STUDIO,35,50"})
    void fills_a_mailbox_with_two_years_of_mail(DemoOwner owner, int atLeast, int atMost) {
        var messages = messages(owner);

        assertThat(messages).hasSizeBetween(atLeast, atMost);
        assertThat(messages).isSortedAccordingTo((a, b) -> a.received().compareTo(b.received()));
        assertThat(messages.stream().map(DemoMessage::messageId)).doesNotHaveDuplicates();
        assertThat(Duration.between(messages.getLast().received(), NOW)).isLessThan(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "2026-11-22T00:01:00Z",
            "2026-03-29T01:30:00Z",
            "2028-02-29T23:59:00Z",
            "2027-01-01T05:00:00Z",
            "2026-08-03T07:00:00Z",
            "2026-10-09T16:00:00Z"
    })
    void never_writes_from_the_future_whenever_it_is_made(String now) {
        var world = DemoWorld.of(SEED, Instant.parse(now));

        for (var owner : DemoOwner.values()) {
            assertThat(world.messages(owner).getLast().received()).isBefore(Instant.parse(now));
        }
    }

    @ParameterizedTest
    @EnumSource(DemoOwner.class)
    void has_every_message_that_another_one_refers_to(DemoOwner owner) throws Exception {
        var before = new HashSet<String>();

        for (var message : messages(owner)) {
            for (var name : List.of("In-Reply-To", "References")) {
                var header = parsed(message).getHeader(name, null);
                if (header == null) continue;
                assertThat(before).as("%s of %s", name, message.messageId()).contains(header.split("\\s+", -1));
            }
            before.add(message.messageId());
        }
    }

    @ParameterizedTest
    @EnumSource(DemoOwner.class)
    void names_no_host_outside_the_reserved_domain(DemoOwner owner) throws Exception {
        for (var message : messages(owner)) {
            var mail = parsed(message);
            var text = new StringBuilder(String.join("\n", headerLines(mail)));
            for (var leaf : leaves(mail)) if (leaf.isMimeType("text/*")) text.append('\n').append(text(leaf));

            var hosts = HOST.matcher(text.toString().toLowerCase(Locale.ROOT));
            while (hosts.find()) {
                // content ids end in the name of a picture
                if (hosts.group(1).endsWith(".png")) continue;
                assertThat(hosts.group(1)).as(message.messageId()).endsWith(".example");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DemoOwner.class)
    void decodes_to_text_without_a_replacement_character(DemoOwner owner) throws Exception {
        for (var message : messages(owner)) {
            var mail = parsed(message);

            assertThat(String.valueOf(mail.getSubject())).doesNotContain("\uFFFD", "=?");
            for (var leaf : leaves(mail)) {
                if (leaf.isMimeType("text/*")) {
                    assertThat(text(leaf)).as(message.messageId()).doesNotContain("\uFFFD");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "gb18030|附件是 C 版电路板的报价",
            "iso-2022-jp|塩水噴霧試験は 500 時間を超えております",
            "koi8-r|У нас белобровики ушли ещё неделю назад",
            "iso-8859-1|anbei der zweite Entwurf. § 4 und § 5 sind",
            "iso-8859-15|¿aguanta el aparato un verano en los Monegros?",
            "windows-1252|6,40 € pièce à partir de 200",
            "iso-8859-2|cały horyzont zaczął trąbić",
            "utf-8|القبرة الهدهدية غنت"
    })
    void is_written_in_many_charsets(String charset, String words) throws Exception {
        assertThat(allTexts()).anyMatch(text -> text.startsWith(charset + ":") && text.contains(words));
    }

    @Test
    void shows_what_mail_can_carry() throws Exception {
        var types = new HashSet<String>();
        for (var message : messages(DemoOwner.ALICE)) {
            for (var leaf : leaves(parsed(message))) {
                types.add(leaf.getContentType().split(";", -1)[0].toLowerCase(Locale.ROOT));
                if (leaf.isMimeType("text/calendar")) assertThat(leaf.getContentType()).contains("method=");
            }
        }

        assertThat(types)
                .contains("text/plain", "text/html", "text/calendar", "application/pdf", "image/png", "text/csv")
                .contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "message/rfc822");
    }

    @Test
    void writes_newsletters_one_can_leave() throws Exception {
        for (var message : messages(DemoOwner.ALICE)) {
            var mail = parsed(message);
            if (!"bulk".equals(mail.getHeader("Precedence", null))) continue;

            assertThat(mail.getHeader("List-Unsubscribe", null)).contains("https://", "mailto:");
            assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(mail.getHeader("List-Id")).isNotEmpty();
        }
    }

    @Test
    void leaves_the_last_days_partly_unread_and_the_past_read() {
        var lately = NOW.minus(Duration.ofDays(5));
        var unread = messages(DemoOwner.BOB).stream()
                .filter(message -> !message.flags().contains("\\Seen"))
                .toList();

        assertThat(unread).hasSizeBetween(8, 40).allMatch(message -> message.received().isAfter(lately));
        assertThat(messages(DemoOwner.BOB))
                .anyMatch(message -> message.flags().contains("\\Answered"))
                .anyMatch(message -> message.flags().contains("\\Flagged"))
                .anyMatch(message -> message.flags().contains("\\Draft"));
    }

    @Test
    void lets_colleagues_write_on_working_days() throws Exception {
        for (var message : messages(DemoOwner.BOB)) {
            var from = String.valueOf(parsed(message).getFrom()[0]);
            var isOld = message.received().isBefore(NOW.minus(Duration.ofDays(1)));
            if (!isOld || !from.contains("yusuf@")) continue;

            assertThat(message.received().atOffset(ZoneOffset.ofHours(1)).getDayOfWeek())
                    .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @Test
    void keeps_folders_with_names_in_other_letters() {
        assertThat(messages(DemoOwner.ALICE).stream().map(DemoMessage::folder))
                .contains("INBOX", "Sent", "Drafts", "Archive", "Junk", "Trash")
                .contains("Projekte/Nordhafen", "Reisen & Übernachtungen");
    }

    private static List<DemoMessage> messages(DemoOwner owner) {
        return Objects.requireNonNull(MAIL.get(owner));
    }

    private static Map<DemoOwner, List<DemoMessage>> mail(DemoWorld world) {
        return Arrays.stream(DemoOwner.values()).collect(Collectors.toMap(Function.identity(), world::messages));
    }

    private static String text(Part leaf) throws MessagingException, IOException {
        var charset = new ContentType(leaf.getContentType()).getParameter("charset");
        try (var in = leaf.getInputStream()) {
            return new String(in.readAllBytes(), Charset.forName(charset));
        }
    }

    /** Every text of Alice and Bob with the charset it was in before it. */
    private static List<String> allTexts() throws MessagingException, IOException {
        var texts = new ArrayList<String>();
        for (var owner : Set.of(DemoOwner.ALICE, DemoOwner.BOB)) {
            for (var message : messages(owner)) {
                for (var leaf : leaves(parsed(message))) {
                    if (!leaf.isMimeType("text/plain")) continue;
                    var type = leaf.getContentType().toLowerCase(Locale.ROOT);
                    var charset = new ContentType(type).getParameter("charset");
                    texts.add(charset + ":" + text(leaf).replaceAll("\\s+", " "));
                }
            }
        }
        return texts;
    }

    private static List<String> headerLines(Message mail) throws MessagingException {
        var lines = new ArrayList<String>();
        mail.getAllHeaders().asIterator().forEachRemaining(header -> lines.add(header.getValue()));
        return lines;
    }

    private static List<Part> leaves(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart multipart)) return List.of(part);
        var leaves = new ArrayList<Part>();
        for (int i = 0; i < multipart.getCount(); i++) leaves.addAll(leaves(multipart.getBodyPart(i)));
        return leaves;
    }

    private static MimeMessage parsed(DemoMessage message) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), message.open());
    }

    private static String source(DemoMessage message) {
        try (var in = message.open()) {
            return new String(in.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
