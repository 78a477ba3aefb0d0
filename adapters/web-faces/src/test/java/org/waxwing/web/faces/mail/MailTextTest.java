package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.web.faces.mail.MailText.Kind;

class MailTextTest {
    private static List<String> blocks(String... lines) {
        return MailText.of(new UntrustedText(String.join("\n", lines))).blocks().stream()
                .map(block -> block.kind() + ": "
                        + block.segments().stream().map(MailText.Segment::text).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void keeps_what_was_written_in_one_block_with_its_lines() {
        assertThat(blocks("", "Hi Anna,", "", "  both are in.", ""))
                .containsExactly("WRITTEN: Hi Anna,\n\n  both are in.");
    }

    @Test
    void folds_a_quotation_below_the_answer_together_with_its_attribution() {
        assertThat(blocks("Yes.", "", "On Mon, 16 Nov 2026 at 09:12, Klara wrote:", "> Will you come?", ">", "> Klara"))
                .containsExactly("WRITTEN: Yes.",
                        "QUOTED: On Mon, 16 Nov 2026 at 09:12, Klara wrote:\n> Will you come?\n>\n> Klara");
    }

    @Test
    void knows_attributions_in_other_languages() {
        assertThat(blocks("Ja.", "Am 16.11.26 um 09:12 schrieb Klara:", "> Kommst du?")).hasSize(2);
        assertThat(blocks("好。", "林薇 于 2026年11月16日 写道：", "> 来吗？")).hasSize(2);
    }

    @Test
    void shows_a_quotation_that_was_answered_below() {
        assertThat(blocks("> Is it up?", "", "It is.", "", "> And the case?", "", "Friday."))
                .containsExactly("CITED: > Is it up?", "WRITTEN: It is.", "CITED: > And the case?", "WRITTEN: Friday.");
    }

    @Test
    void takes_everything_below_original_message_for_old() {
        assertThat(blocks("Done.", "-----Original Message-----", "From: Klara", "", "Please do it."))
                .containsExactly("WRITTEN: Done.",
                        "QUOTED: -----Original Message-----\nFrom: Klara\n\nPlease do it.");
    }

    @Test
    void takes_everything_below_the_head_that_outlook_repeats_for_old() {
        assertThat(
                blocks("Ja.", "", "Von: Klara", "Gesendet: Montag", "An: Anna", "Betreff: Angebot", "", "Kommst du?"))
                .containsExactly("WRITTEN: Ja.",
                        "QUOTED: Von: Klara\nGesendet: Montag\nAn: Anna\nBetreff: Angebot\n\nKommst du?");
        assertThat(blocks("好的", "发件人: 林薇", "发送时间: 周一", "收件人: Anna", "主题: 会议", "来吗？")).hasSize(2);
    }

    @Test
    void shows_what_was_passed_on() {
        var passedOn = "---------- Forwarded message ---------";

        assertThat(blocks("FYI", "", passedOn, "From: Klara", "Date: Monday", "Subject: Offer", "", "Yes?"))
                .containsExactly("WRITTEN: FYI\n\n" + passedOn
                        + "\nFrom: Klara\nDate: Monday\nSubject: Offer\n\nYes?");
        assertThat(blocks("From: Klara", "Sent: Monday", "Subject: Offer", "", "Yes?")).singleElement().asString()
                .startsWith("CITED: ");
    }

    @Test
    void sets_a_signature_apart_and_drops_its_mark() {
        assertThat(blocks("Best", "-- ", "Klara", "Fjordline")).containsExactly("WRITTEN: Best",
                "SIGNATURE: Klara\nFjordline");
    }

    @Test
    void takes_a_lone_colon_for_no_attribution() {
        assertThat(blocks("He wrote:", "nothing.")).containsExactly("WRITTEN: He wrote:\nnothing.");
    }

    @Test
    void has_no_blocks_for_empty_text() {
        assertThat(blocks("", "  ", "")).isEmpty();
    }

    @Test
    void takes_a_long_text_apart_in_no_time() {
        var nasty = "> ".repeat(20_000) + "\n" + "wrote:".repeat(20_000) + "\n" + "http://".repeat(20_000);

        assertThat(MailText.of(new UntrustedText(nasty)).blocks()).extracting(MailText.Block::kind)
                .containsExactly(Kind.CITED, Kind.WRITTEN);
    }
}
