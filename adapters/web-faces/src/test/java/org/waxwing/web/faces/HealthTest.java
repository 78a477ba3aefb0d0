package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Phrases ENGLISH = Phrases.in(Locale.UK);
    private static final Times TIMES = new Times(ENGLISH, ZoneOffset.UTC, NOW);

    private static Health health(Phase phase, long done, Past past, int attempts, Instant next) {
        var server = new ServerEndpoint("mail.example.org", 993, ConnectionSecurity.TLS);
        var account = new Account(new AccountId(new UUID(0, 1)), new PersonId(new UUID(0, 2)),
                EmailAddress.of("anna@example.org"), "", server, server, NOW);
        var status = new SyncStatus(
                phase, done, 20_000, 1, NOW.minusSeconds(10), past, attempts, next, new Proof.None());
        return Health.of(new AccountHealth(account, status, true), ENGLISH, TIMES);
    }

    private static Past failed(ConnectionProblem problem) {
        return new Past.Failed(problem, NOW, new Past.None());
    }

    @ParameterizedTest
    @EnumSource(ConnectionProblem.class)
    void has_a_sentence_for_every_problem(ConnectionProblem problem) {
        var health = health(Phase.ERROR, 0, failed(problem), 1, NOW);

        assertThat(health.problem()).isNotBlank();
        assertThat(List.of(health.hint(), health.state())).containsExactly("Problem", "warn");
    }

    @Test
    void says_how_often_it_failed_and_when_it_is_tried_again() {
        var later = health(Phase.ERROR, 0, failed(ConnectionProblem.UNREACHABLE), 4, NOW.plusSeconds(90));
        var due = health(Phase.ERROR, 0, failed(ConnectionProblem.UNREACHABLE), 1, NOW.minusSeconds(1));

        assertThat(later.phase()).isEqualTo("The last 4 checks failed; the next one follows by itself.");
        assertThat(later.next()).isEqualTo("Next attempt at 09:01.");
        assertThat(due.next()).isEqualTo("The next attempt begins in a moment.");
    }

    @Test
    void promises_no_attempt_when_only_the_owner_can() {
        var health = health(Phase.NEEDS_SIGN_IN, 0, failed(ConnectionProblem.SIGN_IN_REFUSED), 1, NOW.plusSeconds(9));

        assertThat(health.next()).isEmpty();
        assertThat(health.refused()).isTrue();
        assertThat(health.state()).isEqualTo("bad");
    }

    @Test
    void counts_what_a_running_pass_has_done_and_how_long_the_rest_takes() {
        assertThat(health(Phase.SYNCING, 5_000, new Past.None(), 0, NOW).pace())
                .containsExactly("5,000 of 20,000 messages", "500 a second", "about 30 s left");
        assertThat(health(Phase.SYNCING, 0, new Past.None(), 0, NOW).pace())
                .containsExactly("0 of 20,000 messages");
        assertThat(health(Phase.IDLE, 20_000, new Past.Succeeded(NOW), 0, NOW).pace()).isEmpty();
    }

    @Test
    void is_calm_about_an_account_that_its_owner_paused() {
        var health = health(Phase.PAUSED, 0, new Past.Succeeded(NOW), 0, NOW);

        assertThat(health.paused()).isTrue();
        assertThat(List.of(health.hint(), health.state())).containsExactly("Paused", "off");
    }
}
