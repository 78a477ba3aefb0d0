package org.waxwing.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteSignsTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "On Mon, 16 Nov 2026 at 09:12, Klara <k@example.org> wrote:", "Am 16.11.26 um 09:12 schrieb Klara:",
            "Le lun. 16 nov. 2026 à 09:12, Klara a écrit :", "林薇 <l@example.org> 于2026年11月16日周一 09:12写道：",
            "El lun, 16 nov 2026, Klara escribió:"
    })
    void know_who_wrote(String line) {
        assertThat(QuoteSigns.introduces(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "He wrote a book", "I wrote: see below, it is long, and then it goes on", "Subject:"})
    void take_no_other_line_for_that(String line) {
        assertThat(QuoteSigns.introduces(line)).isFalse();
    }

    @Test
    void know_the_head_that_outlook_repeats() {
        assertThat(QuoteSigns.isHead(List.of("Von: Klara", "Gesendet: Montag", "An: Anna", "Betreff: Plan"))).isTrue();
        assertThat(QuoteSigns.isHead(List.of("*From:* Klara", "*Sent:* Monday", "*Subject:* Plan"))).isTrue();
        assertThat(QuoteSigns.isHead(List.of("From: Berlin", "To: Paris", "Date: Monday"))).isFalse();
        assertThat(QuoteSigns.isHead(List.of("Sent: Monday", "From: Klara", "Subject: Plan"))).isFalse();
        assertThat(QuoteSigns.isHead(List.of())).isFalse();
    }

    @Test
    void part_what_is_old_from_what_was_passed_on() {
        assertThat(QuoteSigns.beginsOldMail("-----Ursprüngliche Nachricht-----")).isTrue();
        assertThat(QuoteSigns.beginsOldMail("------------------ 原始邮件 ------------------")).isTrue();
        assertThat(QuoteSigns.beginsOldMail("---------- Forwarded message ---------")).isFalse();
        assertThat(QuoteSigns.forwards("---------- Forwarded message ---------")).isTrue();
        assertThat(QuoteSigns.forwards("Begin forwarded message:")).isTrue();
        assertThat(QuoteSigns.forwards("forwarded message")).isFalse();
    }
}
