package org.waxwing.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.Protection;

/** What is read from mail that is odd in one way each; a line end in an expected text is written as a semicolon. */
class OddMailTest {
    private static final String BAR = " | ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "utf16-declared-but-ascii | Plain words.",
            "utf16-in-base64 | Grüße",
            "utf7 | Grüße, 1 + 1 = 2",
            "utf8-cut-inside-a-character | Grüße",
            "windows-1251-by-number | Привет",
            "korean-euc-kr | 안녕하세요",
            "shift-jis-in-header-and-body | ①日本語",
            "html-meta-utf16-but-ascii | Words."})
    void decodes_texts(String name, String text) throws IOException {
        assertThat(Mail.named(name).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "encoded-word-cut-inside-a-character-base64 | 日本",
            "encoded-word-charset-unknown | Grüße",
            "encoded-word-with-language | Grüße",
            "shift-jis-in-header-and-body | 日本語",
            "header-name-with-space-before-colon | spaced",
            "header-folded-everywhere | one two",
            "header-with-nul | a\uFFFDb"})
    void decodes_subjects(String name, String subject) throws IOException {
        assertThat(Mail.named(name).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"encoded-word-inside-quotes, Jürgen", "header-8bit-everywhere, Jürgen"})
    void decodes_names_of_people(String name, String sender) throws IOException {
        assertThat(Mail.named(name).parsed().headers().from())
                .singleElement().satisfies(it -> assertThat(it.name().value()).isEqualTo(sender));
    }

    @Test
    void takes_what_has_hardly_a_header_or_one_twice() throws IOException {
        assertThat(Mail.named("headers-missing").text()).isEqualTo("Nobody said who.");
        assertThat(Mail.named("headers-missing").parsed().headers().from()).isEmpty();
        assertThat(Mail.named("content-type-twice").html()).isEqualTo("<p>Twice</p>");
        assertThat(Mail.named("header-folded-everywhere").text()).isEqualTo("Grüße");
        assertThat(Mail.named("header-name-with-space-before-colon").html()).isEqualTo("<p>spaced</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "rfc2231-continued | Übersicht über alles.pdf",
            "rfc2231-out-of-order | eins-zwei.pdf",
            "rfc2231-counted-from-one | eins-zwei.pdf",
            "rfc2231-cut-inside-a-character | Grüße.pdf",
            "rfc2231-charset-missing | Grüße.pdf",
            "rfc2231-charset-unknown | Grüße.pdf",
            "rfc2231-percent-broken | 100% %zz%.pdf",
            "rfc2231-piece-missing | onethree.pdf",
            "rfc2231-beside-plain-name | Grüße.pdf",
            "rfc2231-quoted | Grüße.pdf",
            "attachment-name-raw-8bit | Grüße.pdf",
            "attachment-name-not-quoted | annual report 2026.pdf",
            "attachment-name-turns-direction | invoice fdp.exe",
            "message-attached-in-base64 | Grüße.eml",
            "message-in-message-in-message | middle.eml",
            "message-is-only-a-message | inner.eml"})
    void names_attachments(String name, String file) throws IOException {
        assertThat(Mail.named(name).names()).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "boundary-with-white-space-behind | one;;two",
            "boundary-of-70-and-odd-characters | odd",
            "boundary-same-in-parent-and-child | plain",
            "boundary-in-another-case | --bound;;words;--bound--",
            "boundary-first-line-missing | first;;second",
            "text-behind-the-last-boundary | words",
            "multipart-in-base64 | hidden words",
            "multipart-thirty-deep | at the bottom",
            "nul-in-structure | words\uFFFD",
            "transfer-encoding-unknown | as it is",
            "base64-with-footer-behind | Hello world, again!",
            "base64-in-two-pieces | Hello wide world",
            "quoted-printable-lower-case-and-blanks | grüße;softly ends",
            "format-flowed-with-signature | A line that goes on.;;-- ;Bob from afar",
            "format-flowed-space-stuffed | From here to there;>no quote"})
    void finds_texts(String name, String text) throws IOException {
        assertThat(Mail.named(name).text().replace("\r\n", "\n")).isEqualTo(text.replace(';', '\n'));
        assertThat(Mail.named(name).attachments()).isEmpty();
    }

    @Test
    void reads_both_ways_also_where_two_boundaries_are_the_same() throws IOException {
        assertThat(Mail.named("boundary-same-in-parent-and-child").html()).isEqualTo("<p>html</p>");
    }

    @Test
    void keeps_a_message_within_messages_whole() throws IOException {
        var mail = Mail.named("message-in-message-in-message");

        assertThat(mail.text()).isEqualTo("outer");
        assertThat(mail.kept().getFirst()).startsWith("Subject: middle").contains("inner words");
        assertThat(Mail.named("message-attached-in-base64").kept().getFirst()).endsWith("\r\n\r\ninner");
    }

    @Test
    void takes_uuencoded_files_out_of_the_text_around_them() throws IOException {
        var mail = Mail.named("uuencode-inside-text");

        assertThat(mail.text()).isEqualTo("Before.\n\n\nBetween.\nAfter.");
        assertThat(mail.names()).containsExactly("Grüße.bin", "two.txt");
        assertThat(mail.kept().getFirst()).isEqualTo(everyByte());
        assertThat(mail.kept().getLast()).isEqualTo("second file");
        var old = Mail.named("uuencode-without-mime");
        assertThat(old.text()).isEqualTo("See below.");
        assertThat(old.attachments()).extracting(Attachment::mediaType).containsExactly("image/gif");
    }

    @Test
    void keeps_what_there_is_of_a_uuencoded_file_that_breaks_off() throws IOException {
        var mail = Mail.named("uuencode-broken-off");

        assertThat(mail.text()).isEqualTo("Before.\nAnd the text goes on.");
        assertThat(mail.kept()).containsExactly(everyByte());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "uuencode-that-is-none | begin 644 times anew;and never end;end",
            "yenc | Before.;=ybegin line=128 size=5 name=a.bin;*+,-.;=yend size=5;After."})
    void leaves_text_alone_that_only_looks_like_a_file(String name, String text) throws IOException {
        assertThat(Mail.named(name).text()).isEqualTo(text.replace(';', '\n'));
        assertThat(Mail.named(name).attachments()).isEmpty();
    }

    private static String everyByte() {
        var all = new StringBuilder();
        for (char c = 0; c < 256; c++) all.append(c);
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "plain | NONE",
            "signed | SMIME_SIGNED",
            "signed-without-protocol | SMIME_SIGNED",
            "signed-document-attached | NONE",
            "smime-opaque-signed | SMIME_SIGNED",
            "smime-opaque-signed-in-pieces | SMIME_SIGNED",
            "smime-opaque-signed-by-octet-stream | SMIME_SIGNED",
            "smime-opaque-signed-cut-off | SMIME_SIGNED",
            "smime-opaque-signed-in-a-list-mail | SMIME_SIGNED",
            "smime-only-certificates | NONE",
            "smime-encrypted | SMIME_ENCRYPTED",
            "smime-encrypted-without-saying-so | SMIME_ENCRYPTED",
            "smime-encrypted-inside-signed | SMIME_ENCRYPTED",
            "pgp-inline-signed | PGP_SIGNED",
            "pgp-inline-encrypted | PGP_ENCRYPTED",
            "pgp-inline-quoted | NONE",
            "pgp-mime-signed | PGP_SIGNED",
            "pgp-mime-encrypted | PGP_ENCRYPTED",
            "pgp-mime-encrypted-made-mixed | PGP_ENCRYPTED",
            "pgp-type-of-old | PGP_ENCRYPTED"})
    void recognises_signatures_and_encryption(String name, Protection protection) throws IOException {
        assertThat(Mail.named(name).parsed().protection()).isEqualTo(protection);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "smime-opaque-signed | Grüße, signed. | contract.pdf",
            "smime-opaque-signed-in-pieces | Grüße, signed. | contract.pdf",
            "smime-opaque-signed-by-octet-stream | Grüße, signed. | contract.pdf",
            "smime-opaque-signed-in-a-list-mail | Grüße, signed.;;List footer | contract.pdf",
            "pgp-mime-signed | Signed words. | signature.asc",
            "signed-document-attached | Invoice attached. | invoice.xml.p7m"})
    void reads_what_is_only_signed(String name, String text, String file) throws IOException {
        var mail = Mail.named(name);

        assertThat(mail.text()).isEqualTo(text.replace(';', '\n'));
        assertThat(mail.names()).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "smime-encrypted | smime.p7m",
            "smime-encrypted-without-saying-so | smime.p7m",
            "smime-encrypted-inside-signed | smime.p7m",
            "smime-only-certificates | smime.p7m",
            "smime-opaque-signed-cut-off | smime.p7m",
            "pgp-mime-encrypted | version.txt,encrypted.asc",
            "pgp-mime-encrypted-made-mixed | PGPMIME Version Identification.txt,encrypted.asc"})
    void keeps_what_cannot_be_opened_as_the_file_it_is(String name, String files) throws IOException {
        var mail = Mail.named(name);

        assertThat(mail.text()).isEmpty();
        assertThat(String.join(",", mail.names())).isEqualTo(files);
    }

    @Test
    void leaves_armour_in_the_text() throws IOException {
        assertThat(Mail.named("pgp-inline-signed").text()).contains("Signed words.");
        assertThat(Mail.named("pgp-inline-encrypted").text()).startsWith("-----BEGIN PGP MESSAGE-----");
        assertThat(Mail.named("pgp-type-of-old").text()).startsWith("-----BEGIN PGP MESSAGE-----");
        assertThat(Mail.named("pgp-inline-quoted").text()).startsWith("How do I open this?");
    }

    @Test
    void opens_winmail_into_its_files() throws IOException {
        for (var name : List.of("tnef-with-files", "tnef-is-the-whole-message")) {
            var mail = Mail.named(name);

            assertThat(mail.attachments()).as(name)
                    .extracting(it -> it.name().value() + BAR + it.mediaType(), Attachment::inline)
                    .containsExactly(
                            tuple("Bericht über 2026.pdf | application/pdf", false),
                            tuple("Grüße.txt | text/plain", false));
            assertThat(mail.kept()).as(name).containsExactly("%PDF-1.4\n", "plain file");
        }
        assertThat(Mail.named("tnef-with-files").text()).isEqualTo("See winmail.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "tnef-with-html | Grüße aus Outlook | <p>Grüße aus <b>Outlook</b> <img src=\"cid:logo@example.org\"></p>",
            "tnef-with-rtf | Grüße,;two\u00a0words {braces};Привет €5 | ''",
            "tnef-with-html-in-rtf | The plain words. "
                    + "| <html><body><p class=\"a\">Grüße <b>bold</b>&lt; €</p></body></html>",
            "tnef-with-old-body | Grüße von früher | ''",
            "tnef-is-the-whole-message | Only in Outlook.;Two lines. | ''"})
    void reads_the_text_in_winmail(String name, String text, String html) throws IOException {
        var mail = Mail.named(name);

        assertThat(mail.text()).isEqualTo(text.replace(';', '\n'));
        assertThat(mail.html().strip()).isEqualTo(html);
        assertThat(mail.names()).doesNotContain("winmail.dat");
    }

    @Test
    void shows_images_of_winmail_in_its_text() throws IOException {
        assertThat(Mail.named("tnef-with-html").attachments())
                .extracting(it -> it.name().value(), Attachment::inline)
                .containsExactly(tuple("logo.png", true));
    }

    @Test
    void makes_files_of_a_message_in_winmail() throws IOException {
        var mail = Mail.named("tnef-with-message-inside");

        assertThat(mail.names()).containsExactly("Forwarded one.txt", "inside.txt");
        assertThat(mail.kept()).containsExactly("The forwarded words.", "deep");
    }

    @ParameterizedTest
    @CsvSource({"tnef-cut-off", "tnef-that-is-none", "tnef-with-nothing", "tnef-with-invitation"})
    void keeps_winmail_where_it_cannot_be_opened_or_holds_more(String name) throws IOException {
        var mail = Mail.named(name);

        assertThat(mail.text()).isEqualTo("See winmail.");
        assertThat(mail.names()).containsExactly("winmail.dat");
    }
}
