package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.world.EmailBuilder;

class LikenessTest {
    private static final Optional<Likeness> LUNCH = of(anEmail().subject("Lunch on Monday"));

    private static Optional<Likeness> of(EmailBuilder email) {
        return Likeness.of(email.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Lunch on Monday", "  lunch on MONDAY ", "Re: Lunch on Monday", "RE: re: Lunch on Monday",
            "AW: WG: Lunch on Monday", "Re[2]: Lunch on Monday", "Re (3): Lunch on Monday", "Re*2: Lunch on Monday",
            "[team] Lunch on Monday", "[team] Re: [team] Lunch on Monday", "Antwort: Lunch on Monday",
            "回复：Lunch on Monday", "答复: Fwd: Lunch on Monday", "Fw:Lunch on Monday", "SV : Lunch on Monday"})
    void looks_through_marks_of_answering_and_forwarding(String subject) {
        assertThat(of(anEmail().subject(subject))).isEqualTo(LUNCH).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lunch on Tuesday", "Lunch: on Monday", "Relunch on Monday", "Re Lunch on Monday"})
    void tells_other_subjects_apart(String subject) {
        assertThat(of(anEmail().subject(subject))).isPresent().isNotEqualTo(LUNCH);
    }

    @Test
    void does_not_mind_who_wrote_and_who_was_written_to() {
        var answer = anEmail().subject("Lunch on Monday").from("ADA@example.org").to("Bob B. <bob@example.org>");

        assertThat(of(answer)).isEqualTo(LUNCH);
    }

    @Test
    void minds_who_is_there() {
        assertThat(of(anEmail().subject("Lunch on Monday").cc("eve@example.org"))).isPresent().isNotEqualTo(LUNCH);
        assertThat(of(anEmail().subject("Lunch on Monday").from("eve@example.org"))).isPresent().isNotEqualTo(LUNCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Re:", "Hi", "Re: Hi!", "Fwd: Re: abc", "[team]"})
    void is_none_with_too_little_subject(String subject) {
        assertThat(of(anEmail().subject(subject))).isEmpty();
    }

    @Test
    void is_none_with_nobody_to_share_it() {
        assertThat(of(anEmail().subject("Lunch on Monday").from().to("ada@example.org"))).isEmpty();
        assertThat(of(anEmail().subject("Note to self").from("ada@example.org").to("ada@example.org"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Re: Lunch", "re:Lunch", "AW: Lunch", "[team] Re: Lunch", "Re[2]: Lunch", "SV: Lunch", "回复：Lunch"})
    void is_all_there_is_to_an_answer_that_names_nothing(String subject) {
        assertThat(Likeness.isAllThereIs(anEmail().subject(subject).headers())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lunch", "Fwd: Lunch", "WG: Lunch", "Report: Monday", "Regarding: Lunch", "Re Lunch"})
    void is_nothing_to_go_by_for_what_is_no_answer(String subject) {
        assertThat(Likeness.isAllThereIs(anEmail().subject(subject).headers())).isFalse();
    }

    @Test
    void is_not_all_there_is_to_an_answer_that_says_what_it_answers() {
        assertThat(Likeness.isAllThereIs(anEmail().subject("Re: Lunch").inReplyTo("a@example.org").headers()))
                .isFalse();
        assertThat(Likeness.isAllThereIs(anEmail().subject("Re: Lunch").references("a@example.org").headers()))
                .isFalse();
    }
}
