package org.waxwing.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.RawMessage;

class MimeMessageParserTest {
    private static List<String> shown(List<EmailAddress> addresses) {
        return addresses.stream().map(it -> it.name().value() + "|" + it.address()).toList();
    }

    @Test
    void reads_a_plain_message() throws IOException {
        var mail = Mail.named("plain");

        assertThat(mail.text()).isEqualTo("Hello Alice,\n\nthis is all.");
        assertThat(mail.html()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
        var headers = mail.parsed().headers();
        assertThat(headers.subject().value()).isEqualTo("Test");
        assertThat(headers.messageId()).containsExactly(new MessageId("test@example.org"));
        assertThat(shown(headers.from())).containsExactly("Bob|bob@example.org");
        assertThat(shown(headers.to())).containsExactly("|alice@example.org");
        assertThat(headers.sentAt()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "no-headers-at-all | Just a line of text",
            "bare-line-feeds | line one",
            "mailbox-separator-first | Body",
            "empty-line-missing | This is no header",
            "boundary-never-used | All there is.",
            "content-type-nonsense | still text",
            "content-type-of-old | old text"})
    void finds_the_text_of_what_is_hardly_a_message(String name, String beginning) throws IOException {
        assertThat(Mail.named(name).text()).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"empty", "headers-only"})
    void takes_a_message_without_a_body(String name) throws IOException {
        var mail = Mail.named(name);

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void takes_the_time_of_arrival_where_there_is_no_date() throws IOException {
        for (var name : List.of("no-headers-at-all", "date-unreadable", "date-absurd"))
            assertThat(Mail.named(name).parsed().headers().sentAt()).as(name).isEqualTo(Mail.ARRIVAL);
        assertThat(Mail.named("date-without-weekday").parsed().headers().sentAt())
                .isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
            "latin1-declared, 'Grüße, 20 €'",
            "utf8-declared-as-latin1, Grüße aus Köln",
            "latin1-declared-as-utf8, Grüße aus Köln",
            "charset-unknown, Grüße",
            "charset-quoted-alias, Grüße",
            "no-charset-8bit, Grüße",
            "japanese-iso-2022-jp, 日本語の本文",
            "chinese-gb2312-superset, 镕基中文",
            "russian-koi8-r, 'Привет, мир'",
            "utf8-byte-order-mark, Hello",
            "nul-bytes, a\uFFFDb",
            "base64-with-garbage, Hello world",
            "quoted-printable-broken, 100=% sure =XY grüße"})
    void decodes_text_whatever_it_claims_to_be(String name, String expected) throws IOException {
        assertThat(Mail.named(name).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
            "encoded-word-cut-inside-a-character, Grüße",
            "encoded-words-side-by-side, one twö and three",
            "encoded-word-with-spaces, Hello big wörld ok",
            "encoded-word-without-padding, Grüße",
            "encoded-word-not-closed, =?UTF-8?Q?never ends",
            "encoded-word-that-is-none, what =? is =?this??=?",
            "subject-raw-utf8, Füße raw",
            "subject-raw-latin1, Füße raw",
            "subject-folded, one two three",
            "japanese-iso-2022-jp, こんにちは",
            "headers-twice, first"})
    void decodes_subjects(String name, String expected) throws IOException {
        assertThat(Mail.named(name).subject()).isEqualTo(expected);
    }

    @Test
    void reads_addresses_of_all_kinds() throws IOException {
        var headers = Mail.named("addresses-of-all-kinds").parsed().headers();

        assertThat(shown(headers.from())).containsExactly("Doe, John|john@example.org");
        assertThat(shown(headers.to())).containsExactly(
                "Doe, Jane|jane@example.org",
                "Bob B.|bob@example.org",
                "Jürgen, M|juergen@example.org",
                "Käthe|kaethe@example.org");
        assertThat(shown(headers.cc())).containsExactly(
                "|a@example.org", "Beth|b@example.org", "|c@example.org", "|d@example.org", "|e@example.org");
        assertThat(headers.bcc()).isEmpty();
        assertThat(shown(headers.replyTo())).containsExactly("|MAILER-DAEMON");
    }

    @Test
    void shows_the_first_of_several_senders_and_all_recipients() throws IOException {
        var mail = Mail.named("headers-twice");

        assertThat(shown(mail.parsed().headers().from())).containsExactly("|first@example.org");
        assertThat(shown(mail.parsed().headers().to())).containsExactly("|a@example.org", "|b@example.org");
        assertThat(mail.html()).isEqualTo("<p>hi</p>");
    }

    @Test
    void reads_what_a_reply_belongs_to() throws IOException {
        var headers = Mail.named("references-long-and-broken").parsed().headers();

        assertThat(headers.inReplyTo()).containsExactly(new MessageId("parent@example.org"));
        assertThat(headers.references()).containsExactly(
                new MessageId("a@example.org"), new MessageId("b@example.org"), new MessageId("c@example.org"));
    }

    @Test
    void reads_both_ways_of_saying_it() throws IOException {
        var mail = Mail.named("alternative");

        assertThat(mail.text()).isEqualTo("The plain words.");
        assertThat(mail.html()).isEqualTo("<p>The <b>HTML</b> words.</p>");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void makes_text_of_html() throws IOException {
        var mail = Mail.named("html-only");

        assertThat(mail.html()).contains("<script>evil()</script>");
        assertThat(mail.text()).isEqualTo(
                "Title\n\nFirst paragraph with a link.\n\nSecond one\nnew line\n\n- one\n- two");
    }

    @Test
    void takes_the_words_of_the_html_where_the_plain_text_says_nothing() throws IOException {
        assertThat(Mail.named("alternative-with-blank-text").text()).isEqualTo("The only words.");
    }

    @Test
    void finds_the_charset_in_the_html_itself() throws IOException {
        assertThat(Mail.named("html-charset-only-in-meta").text()).isEqualTo("Привет");
    }

    @Test
    void tells_images_in_the_text_from_those_beside_it() throws IOException {
        var mail = Mail.named("related-inline-image");

        assertThat(mail.attachments())
                .extracting(it -> it.name().value(), Attachment::mediaType, Attachment::inline, Attachment::contentId)
                .containsExactly(
                        tuple("logo.png", "image/png", true, "logo@example.org"),
                        tuple("image.gif", "image/gif", false, "unused@example.org"));
        assertThat(mail.kept().getFirst()).isEqualTo("\u0089PNG\r\n\u001a\n");
    }

    @Test
    void keeps_attachments_under_their_names() throws IOException {
        var mail = Mail.named("mixed-with-attachments");

        assertThat(mail.text()).isEqualTo("See attached.");
        assertThat(mail.names()).containsExactly(
                "Grüße and more.pdf", "notes.txt", "Übersicht.bin", "image.jpg", "invite.ics");
        assertThat(mail.attachments()).extracting(Attachment::position).containsExactly(1, 2, 3, 4, 5);
        assertThat(mail.kept()).containsExactly(
                "%PDF-1.4\n", "These are notes, not text.", "a=bc", "\u00ff\u00d8\u00ff", "BEGIN:VCALENDAR");
        assertThat(mail.attachments()).extracting(Attachment::size).startsWith(9L);
    }

    @Test
    void keeps_attached_messages_whole_and_names_them_by_their_subject() throws IOException {
        var mail = Mail.named("message-attached");

        assertThat(mail.text()).isEqualTo("Forwarded.");
        assertThat(mail.names()).containsExactly("Re Straße Weg.eml");
        assertThat(mail.kept().getFirst()).startsWith("From: carol@example.org\r\n").endsWith("--i--");
    }

    @Test
    void keeps_every_message_of_a_digest() throws IOException {
        assertThat(Mail.named("digest").names()).containsExactly("one.eml", "two.eml");
    }

    @ParameterizedTest
    @CsvSource({
            "signed, Signed words., smime.p7s",
            "boundary-never-closed, plain, archive.zip",
            "boundary-not-declared, text, image.png"})
    void reads_the_text_and_keeps_the_rest(String name, String text, String attachment) throws IOException {
        var mail = Mail.named(name);

        assertThat(mail.text()).isEqualTo(text);
        assertThat(mail.names()).containsExactly(attachment);
    }

    @Test
    void ends_an_inner_part_where_the_outer_one_goes_on() throws IOException {
        var mail = Mail.named("boundary-never-closed");

        assertThat(mail.html()).isEqualTo("<p>html</p>");
        assertThat(mail.kept()).containsExactly("PK\u0003");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "boundary-of-parent-begins-like-the-childs | inner;;outer",
            "text-parts-joined | First.;;Second.",
            "part-without-body | here",
            "delivery-report | Your mail did not arrive.",
            "uuencoded-part | hello world",
            "newsletter-with-amp | plain",
            "format-flowed-delsp | Donaudampfschiff",
            "html-with-plain-footer | Words.;;List <footer>",
            "apple-html-between-files | Before after"})
    void joins_the_texts_of_a_message(String name, String expected) throws IOException {
        assertThat(Mail.named(name).text()).isEqualTo(expected.replace(';', '\n'));
    }

    @Test
    void leaves_renderings_for_other_programs_alone() throws IOException {
        var mail = Mail.named("newsletter-with-amp");

        assertThat(mail.html()).isEqualTo("<p>html</p>");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void shows_html_with_everything_that_belongs_to_it() throws IOException {
        assertThat(Mail.named("html-with-plain-footer").html())
                .contains("<p>Words.</p>", "List &lt;footer&gt;");
        var apple = Mail.named("apple-html-between-files");
        assertThat(apple.html()).contains("<p>Before</p>", "<p>after</p>");
        assertThat(apple.names()).containsExactly("paper.pdf");
    }

    @Test
    void joins_lines_that_were_broken_for_old_programs() throws IOException {
        assertThat(Mail.named("format-flowed").text()).isEqualTo(
                "This line is long and was broken by the sender.\n> quoted and joined\n>> deeper\n>not a quote\n-- \nBob");
    }

    @Test
    void never_takes_a_path_for_a_name() throws IOException {
        assertThat(Mail.named("attachment-name-is-a-path").names()).containsExactly("passwd", "attachment.bin");
    }

    @Test
    void names_the_parts_of_a_delivery_report() throws IOException {
        assertThat(Mail.named("delivery-report").names()).containsExactly("delivery-status.txt", "headers.txt");
    }

    @Test
    void reads_all_header_fields_for_people() throws IOException {
        var bytes = """
                RECEIVED: by mx.example.org;
                \tMon, 16 Nov 2026 09:12:00 +0100
                message-id: <a@example.org>
                Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
                dkim-signature: v=1
                Subject: twice

                Body: none
                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);

        var fields = new MimeMessageParser().fields(RawMessage.of(bytes));

        assertThat(fields).extracting(it -> it.name().value() + ": " + it.value().value()).containsExactly(
                "Received: by mx.example.org; Mon, 16 Nov 2026 09:12:00 +0100", "Message-ID: <a@example.org>",
                "Subject: Grüße", "DKIM-Signature: v=1", "Subject: twice");
    }
}
