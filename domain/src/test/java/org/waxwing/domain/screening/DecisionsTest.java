package org.waxwing.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Decision.Verdict;

class DecisionsTest {
    private static final EmailAddress BOB = EmailAddress.of("Bob@Example.org");

    private static Decision decision(String who, Verdict verdict) {
        return new Decision(who, verdict, Instant.EPOCH);
    }

    @Test
    void prefers_what_was_decided_about_the_address_to_what_was_about_its_domain() {
        var decisions = new Decisions(
                List.of(decision("example.org", Verdict.OUT), decision("bob@example.org", Verdict.IN)), List.of());

        assertThat(decisions.about(BOB)).contains(decision("bob@example.org", Verdict.IN));
        assertThat(decisions.about(EmailAddress.of("eve@example.org"))).contains(decision("example.org", Verdict.OUT));
        assertThat(decisions.about(EmailAddress.of("eve@sub.example.org"))).isEmpty();
    }

    @Test
    void lets_nobody_in_whom_the_organisation_blocks() {
        var decisions = new Decisions(
                List.of(decision("bob@example.org", Verdict.IN)), List.of(decision("example.org", Verdict.OUT)));

        assertThat(decisions.about(BOB)).contains(decision("example.org", Verdict.OUT));
        assertThat(decisions.isBlocked(BOB)).isTrue();
        assertThat(new Decisions(List.of(decision("example.org", Verdict.OUT)), List.of()).isBlocked(BOB)).isFalse();
    }

    @Test
    void lets_people_keep_out_whom_the_organisation_lets_in() {
        var decisions = new Decisions(
                List.of(decision("bob@example.org", Verdict.OUT)), List.of(decision("example.org", Verdict.IN)));

        assertThat(decisions.about(BOB)).contains(decision("bob@example.org", Verdict.OUT));
        assertThat(decisions.about(EmailAddress.of("eve@example.org"))).contains(decision("example.org", Verdict.IN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "@example.org", "bob@", "two words"})
    void is_about_somebody(String who) {
        assertThatIllegalArgumentException().isThrownBy(() -> decision(who, Verdict.IN));
    }
}
