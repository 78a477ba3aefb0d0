package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

class SyncStateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Phrases ENGLISH = Phrases.in(Locale.ENGLISH);
    private static final Times TIMES = new Times(ENGLISH, ZoneOffset.UTC, NOW);

    private static SyncStatus status(Phase phase, long done, long total, Past past) {
        return new SyncStatus(phase, done, total, 1, NOW, past, 0, NOW, new SyncStatus.Proof.None());
    }

    private static AccountHealth account(SyncStatus status) {
        var server = new ServerEndpoint("mail.example.org", 993, ConnectionSecurity.TLS);
        var account = new Account(new AccountId(new UUID(0, 1)), new PersonId(new UUID(0, 2)),
                EmailAddress.of("anna@example.org"), "", server, server, NOW);
        return new AccountHealth(account, status, true);
    }

    private static SyncState over(SyncStatus... statuses) {
        return SyncState.of(Stream.of(statuses).map(SyncStateTest::account).toList(), ENGLISH, TIMES);
    }

    @Test
    void is_current_as_of_the_account_that_was_checked_longest_ago() {
        var state = over(
                status(Phase.IDLE, 0, 0, new Past.Succeeded(NOW.minusSeconds(12))),
                status(Phase.IDLE, 0, 0, new Past.Succeeded(NOW.minusSeconds(180))));

        assertThat(state.word()).isEqualTo("Current");
        assertThat(state.sentence()).isEqualTo("All 2 accounts are current, last checked 3 min ago.");
    }

    @Test
    void counts_the_messages_of_all_accounts_that_are_busy() {
        var state = over(
                status(Phase.SYNCING, 40, 100, new Past.None()), status(Phase.SYNCING, 1_000, 2_000, new Past.None()));

        assertThat(state.state()).isEqualTo("busy");
        assertThat(state.word()).isEqualTo("1,040 of 2,100");
    }

    @Test
    void tells_of_trouble_before_anything_else() {
        var state = over(
                status(Phase.SYNCING, 1, 2, new Past.None()),
                status(Phase.NEEDS_SIGN_IN, 0, 0,
                        new Past.Failed(ConnectionProblem.SIGN_IN_REFUSED, NOW, new Past.None())));

        assertThat(state.state()).isEqualTo("bad");
        assertThat(state.word()).isEqualTo("1 account needs you");
    }

    @Test
    void asks_nobody_for_what_is_tried_again_by_itself() {
        var failed = new Past.Failed(ConnectionProblem.UNREACHABLE, NOW, new Past.None());
        var state = over(status(Phase.ERROR, 0, 0, failed), status(Phase.SYNCING, 1, 2, new Past.None()));

        assertThat(state.state()).isEqualTo("warn");
        assertThat(state.word()).isEqualTo("Trying again");
        assertThat(state.sentence()).isEqualTo("One account could not be checked. Waxwing tries again by itself.");
    }

    @Test
    void does_not_call_current_what_was_never_checked() {
        assertThat(over(status(Phase.IDLE, 0, 0, new Past.None())).word()).isEqualTo("Starting");
    }

    @Test
    void leaves_paused_accounts_out_unless_all_are() {
        var paused = status(Phase.PAUSED, 0, 0, new Past.None());
        var fine = status(Phase.IDLE, 0, 0, new Past.Succeeded(NOW.minusSeconds(12)));

        assertThat(over(paused, fine).word()).isEqualTo("Current");
        assertThat(over(paused, paused).word()).isEqualTo("Paused");
        assertThat(over(paused).state()).isEqualTo("off");
    }
}
