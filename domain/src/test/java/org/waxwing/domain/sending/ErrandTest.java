package org.waxwing.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.sending.Errands.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.rules.guard.Objection;
import org.waxwing.domain.sending.Errand.State;

/** What is sent once, whatever happens in between. */
class ErrandTest {
    private final Errand errand = Errands.forward(new AccountId(UUID.randomUUID()));

    @Test
    void is_tried_again_after_pauses_that_grow_and_given_up_within_a_day() {
        var pauses = new ArrayList<Duration>();
        var at = NOW;
        var it = errand;
        while (it.state() == State.WAITING) {
            it = it.begun(at, at.plusSeconds(600)).later(Trouble.BUSY, at);
            if (it.state() == State.WAITING) pauses.add(Duration.between(at, it.dueAt()));
            at = it.dueAt();
        }

        assertThat(pauses).isSorted().startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofHours(20),
                Errand.PATIENCE);
        assertThat(it.state()).isEqualTo(State.FAILED);
        assertThat(it.trouble()).isEqualTo(Trouble.BUSY);
    }

    @Test
    void an_attempt_that_nobody_goes_on_with_is_begun_again_before_the_last_word_and_never_behind_it() {
        var held = errand.begun(NOW, NOW.plusSeconds(600));

        assertThat(held.isDue(NOW.plusSeconds(599))).isFalse();
        assertThat(held.isDue(NOW.plusSeconds(600))).isTrue();
        assertThat(held.begun(NOW.plusSeconds(600), NOW.plusSeconds(1200)).attempts()).isEqualTo(2);
        assertThatThrownBy(() -> held.ending().begun(NOW, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> held.ending().uncertain(NOW).begun(NOW, NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> held.ending().sent(NOW).begun(NOW, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_was_overtaken_notes_nothing_and_who_comes_late_says_what_became_of_it() {
        var mine = errand.begun(NOW, NOW.plusSeconds(600));
        var theirs = mine.begun(NOW.plusSeconds(601), NOW.plusSeconds(1200));

        assertThat(theirs.isStill(mine)).isFalse();
        assertThat(mine.ending().isStill(mine)).isTrue();
        assertThat(mine.ending().uncertain(NOW).isStill(mine)).isTrue();
        assertThat(mine.ending().sent(NOW).isStill(mine)).isFalse();
    }

    @Test
    void attempts_that_always_break_off_come_to_an_end_and_what_waits_is_not_forgotten() {
        var held = errand.begun(NOW, NOW.plusSeconds(600));
        var late = NOW.plus(Errand.PATIENCE);

        assertThat(held.isWorn(late.minusSeconds(1))).isFalse();
        assertThat(held.isWorn(late)).isTrue();
        assertThat(errand.isWorn(late)).isFalse();
        assertThat(held.ending().isWorn(late)).isFalse();
    }

    @Test
    void what_waits_for_the_limit_is_no_attempt() {
        var waiting = errand.putOff(Trouble.LIMIT, NOW.plusSeconds(300));

        assertThat(waiting.attempts()).isZero();
        assertThat(waiting.isDue(NOW.plusSeconds(299))).isFalse();
        assertThat(waiting.isDue(NOW.plusSeconds(300))).isTrue();
    }

    @Test
    void tells_the_history_how_it_stands_and_is_read_again() {
        var account = new AccountId(UUID.randomUUID());
        var begun = errand.begun(NOW, NOW);
        for (var note : List.of(
                SendingNote.of(errand), SendingNote.of(begun.ending().sent(NOW)),
                SendingNote.of(begun.failed(Trouble.TOO_LARGE, NOW)), SendingNote.of(begun.ending().uncertain(NOW)),
                SendingNote.of(Errands.webhook(account)), SendingNote.withheld(Set.of(Objection.NO_ADDRESS), ""),
                SendingNote.withheld(Set.of(Objection.LIST, Objection.BULK), "carol@example.org")))
            assertThat(SendingNote.read(note.written())).contains(note);

        assertThat(SendingNote.of(begun.failed(Trouble.TOO_LARGE, NOW)).written())
                .isEqualTo("failed too_large carol@example.org");
        assertThat(SendingNote.of(Errands.webhook(account)).written()).isEqualTo("waiting - example.org");
        assertThat(SendingNote.read("FEED")).isEmpty();
        assertThat(SendingNote.read("sent")).isEmpty();
    }

    @Test
    void an_answer_goes_out_without_a_return_path_where_the_server_lets_it() {
        var envelope = Envelope.ofAnswer(Errands.CAROL, Errands.CAROL);

        assertThat(envelope.from()).containsExactly("", "carol@example.org");
    }
}
