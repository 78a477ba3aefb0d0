package org.waxwing.web.rest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

class SyncBodyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static SyncBody body(SyncStatus status) {
        var server = new ServerEndpoint("mail.example.org", 993, ConnectionSecurity.TLS);
        var account = new Account(
                new AccountId(new UUID(0, 1)),
                new PersonId(new UUID(0, 2)),
                EmailAddress.of("mira@example.org"),
                "",
                server,
                server,
                NOW);
        return SyncBody.of(new AccountHealth(account, status, true), NOW);
    }

    @Test
    void tells_how_fast_a_running_pass_is() {
        var body = body(new SyncStatus(
                SyncStatus.Phase.SYNCING, 500, 1_000, 0, NOW.minusSeconds(8), new SyncStatus.Past.None()));

        assertThat(body.phase()).isEqualTo("syncing");
        assertThat(body.perSecond()).isEqualTo(62.5);
        assertThat(body.lastSuccessAt()).isNull();
        assertThat(body.error()).isNull();
        assertThat(body.watch()).isTrue();
    }

    @Test
    void is_not_fast_at_all_when_no_pass_runs() {
        var body = body(new SyncStatus(
                SyncStatus.Phase.IDLE, 1_000, 1_000, 3, NOW.minusSeconds(8), new SyncStatus.Past.Succeeded(NOW)));

        assertThat(body.perSecond()).isZero();
        assertThat(body.lastSuccessAt()).isEqualTo(NOW);
    }

    @Test
    void keeps_the_last_success_beside_the_failure() {
        var before = new SyncStatus.Past.Succeeded(NOW.minusSeconds(60));
        var body = body(new SyncStatus(
                SyncStatus.Phase.NEEDS_SIGN_IN,
                0,
                0,
                3,
                NOW,
                new SyncStatus.Past.Failed(ConnectionProblem.SIGN_IN_REFUSED, NOW, before)));

        assertThat(body.phase()).isEqualTo("needs_sign_in");
        assertThat(body.lastSuccessAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(body.error())
                .extracting(SyncBody.Failure::type)
                .isEqualTo("urn:waxwing:problem:sign-in-refused");
    }

    @ParameterizedTest
    @EnumSource(ConnectionProblem.class)
    void has_a_sentence_for_every_problem(ConnectionProblem problem) {
        assertThat(Refusals.problem(problem).detail()).endsWith(".").hasSizeGreaterThan(20);
    }
}
