package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.world.EmailBuilder;

class MailboxValuesTest {
    private static Mailbox mailbox(String path, char delimiter) {
        return new Mailbox(new MailboxId(UUID.randomUUID()), new AccountId(UUID.randomUUID()), path, delimiter,
                MailboxRole.NONE, true);
    }

    private static Attachment attachment(String name, String mediaType, String contentId) {
        return new Attachment(1, new UntrustedText(name), mediaType, 1, false, contentId,
                EmailBuilder.sha256(new byte[0]));
    }

    @Test
    void tells_labels_from_the_marks_of_programs() {
        assertThat(new Keyword("Tender").isLabel()).isTrue();
        assertThat(List.of(Keyword.SEEN, new Keyword("$label1"), new Keyword("NonJunk"), new Keyword("\\draft")))
                .noneMatch(Keyword::isLabel);
    }

    @Test
    void a_mailbox_is_called_by_the_last_level_of_its_path() {
        assertThat(mailbox("Work/2026/March", '/').name()).isEqualTo("March");
        assertThat(mailbox("Work/2026/March", '/').depth()).isEqualTo(2);
        assertThat(mailbox("INBOX", '/').name()).isEqualTo("INBOX");
        assertThat(mailbox("INBOX", '/').depth()).isZero();
    }

    @Test
    void a_mailbox_without_hierarchy_has_one_level() {
        assertThat(mailbox("Work/2026", '\0').name()).isEqualTo("Work/2026");
        assertThat(mailbox("Work/2026", '\0').depth()).isZero();
    }

    @Test
    void a_mailbox_needs_a_name() {
        assertThatThrownBy(() -> mailbox("", '/')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_keyword_is_lower_case_and_storable() {
        assertThat(new Keyword("$SEEN")).isEqualTo(Keyword.SEEN);
        assertThat(new Keyword("a\0b").name()).isEqualTo("a\uFFFDb");
        assertThat(new Keyword("x".repeat(1_000)).name()).hasSize(255);
        assertThatThrownBy(() -> new Keyword(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "\u200b"})
    void a_message_id_names_something(String empty) {
        assertThatThrownBy(() -> new MessageId(empty)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_id_is_compared_as_written_and_bounded() {
        assertThat(new MessageId(" A@example.org\r\n").value()).isEqualTo("A@example.org");
        assertThat(new MessageId("A@example.org")).isNotEqualTo(new MessageId("a@example.org"));
        assertThat(new MessageId("x".repeat(1_000_000)).value()).hasSize(900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../../etc/passwd", "ABCDEF"})
    void a_blob_is_named_by_nothing_but_a_hash(String name) {
        assertThatThrownBy(() -> new BlobId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"IMAGE/PNG, image/png", "' text/plain ', text/plain",
            "application/vnd.ms-excel, application/vnd.ms-excel",
            "'', application/octet-stream", "text, application/octet-stream",
            "'text/html\r\nX: y', application/octet-stream",
            "'text/html; charset=utf-8', application/octet-stream", "'a/b/c', application/octet-stream"})
    void an_attachment_has_a_plain_media_type(String declared, String kept) {
        assertThat(attachment("a", declared, "").mediaType()).isEqualTo(kept);
    }

    @Test
    void an_attachment_has_a_name_on_one_line_and_a_number() {
        assertThat(attachment("a\r\nb.pdf", "text/plain", "x\ny").name().value()).isEqualTo("a b.pdf");
        assertThat(attachment("a\r\nb.pdf", "text/plain", "x\ny").contentId()).isEqualTo("x y");
        assertThat(attachment("x".repeat(10_000), "text/" + "x".repeat(200), "").name().value()).hasSize(255);
        assertThat(attachment("a", "text/" + "x".repeat(200), "").mediaType()).isEqualTo("application/octet-stream");
        assertThatThrownBy(() -> new Attachment(0, UntrustedText.EMPTY, "a/b", 0, false, "",
                EmailBuilder.sha256(new byte[0]))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headers_have_a_subject_on_one_line() {
        var headers = EmailBuilder.anEmail().subject("Re:\r\n Lunch" + "!".repeat(9_000)).headers();

        assertThat(headers.subject().value()).startsWith("Re: Lunch!").hasSize(2_000);
    }
}
