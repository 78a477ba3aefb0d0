package org.waxwing.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.sending.Errands.CAROL;
import static org.waxwing.domain.sending.Errands.NOW;

import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;

/** Who wants mail passed on shows first that they read what comes there. */
class ForwardingAddressTest {
    private final ForwardingAddress asked = ForwardingAddress.asked(CAROL, "right", NOW);

    @Test
    void is_verified_by_the_code_that_was_sent_there() {
        assertThat(asked.isVerified()).isFalse();
        assertThat(asked.shown("right", NOW.plusSeconds(1)).isVerified()).isTrue();
        assertThat(asked.shown("wrong", NOW.plusSeconds(1)).shown("right", NOW.plusSeconds(2)).isVerified()).isTrue();
    }

    @Test
    void a_code_is_good_for_a_day_and_a_few_attempts() {
        var late = NOW.plus(ForwardingAddress.CODE_LASTS);
        var guessed = asked;
        for (int i = 0; i < ForwardingAddress.ATTEMPTS; i++) guessed = guessed.shown("guess " + i, NOW);

        assertThat(asked.shown("right", late).isVerified()).isFalse();
        assertThat(guessed.isOpen(NOW)).isFalse();
        assertThat(guessed.shown("right", NOW).isVerified()).isFalse();
    }

    @Test
    void what_was_shown_stays_shown() {
        var shown = asked.shown("right", NOW);

        assertThat(shown.shown("wrong", NOW)).isEqualTo(shown);
    }

    @Test
    void is_the_same_however_it_is_spelt_and_only_one_that_mail_can_be_sent_to() {
        assertThat(ForwardingAddress.asked(EmailAddress.of("Carol@EXAMPLE.org"), "right", NOW)).isEqualTo(asked);
        assertThatThrownBy(() -> ForwardingAddress.asked(EmailAddress.of("carol"), "right", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
