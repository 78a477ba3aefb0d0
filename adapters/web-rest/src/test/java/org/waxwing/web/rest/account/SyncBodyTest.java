package org.waxwing.web.rest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;

class SyncBodyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private static SyncBody body(SyncStatus status) {
        var server = new ServerEndpoint("mail.example.org", 993, ConnectionSecurity.TLS);
        var account = new Account(
                ACCOUNT,
                new PersonId(new UUID(0, 2)),
                EmailAddress.of("mira@example.org"),
                "",
                server,
                server,
                NOW);
        return SyncBody.of(new ShowSync.Report(account, status, true, 3, List.of()), NOW);
    }

    private static SyncStatus status(Phase phase, long done, Past past, int attempts, Proof proof) {
        return new SyncStatus(
                phase, done, 1_000, 3, NOW.minusSeconds(8), past, attempts, NOW.plusSeconds(60), proof);
    }

    @Test
    void tells_how_fast_a_running_pass_is_and_how_long_it_takes() {
        var body = body(status(Phase.SYNCING, 500, new Past.None(), 0, new Proof.None()));

        assertThat(body.phase()).isEqualTo("syncing");
        assertThat(body.perSecond()).isEqualTo(62.5);
        assertThat(body.etaSeconds()).isEqualTo(8);
        assertThat(body.lastSuccessAt()).isNull();
        assertThat(body.lagSeconds()).isNull();
        assertThat(body.nextAttemptAt()).isNull();
        assertThat(body.error()).isNull();
        assertThat(body.watch()).isTrue();
    }

    @Test
    void tells_of_rest_what_was_proved_and_what_waits() {
        var compared = new Proof.Compared(NOW.minusSeconds(1_800), 2);
        var body = body(status(Phase.IDLE, 1_000, new Past.Succeeded(NOW), 0, compared));

        assertThat(body.perSecond()).isZero();
        assertThat(body.etaSeconds()).isNull();
        assertThat(body.lastSuccessAt()).isEqualTo(NOW);
        assertThat(body.lagSeconds()).isZero();
        assertThat(body.nextAttemptAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(body.waitingChanges()).isEqualTo(3);
        assertThat(body.lastFullComparison()).isEqualTo(new SyncBody.Comparison(NOW.minusSeconds(1_800), 2));
    }

    @Test
    void keeps_the_last_success_beside_the_failure() {
        var before = new Past.Succeeded(NOW.minusSeconds(60));
        var past = new Past.Failed(ConnectionProblem.SIGN_IN_REFUSED, NOW, before);
        var body = body(status(Phase.NEEDS_SIGN_IN, 0, past, 1, new Proof.None()));

        assertThat(body.phase()).isEqualTo("needs_sign_in");
        assertThat(body.attempts()).isOne();
        assertThat(body.lastSuccessAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(body.lagSeconds()).isEqualTo(60);
        assertThat(body.nextAttemptAt()).isNull();
        assertThat(body.error())
                .extracting(SyncBody.Failure::type)
                .isEqualTo("urn:waxwing:problem:sign-in-refused");
    }

    @Test
    void calls_an_account_paused_that_its_owner_wants_left_alone() {
        assertThat(body(status(Phase.PAUSED, 0, new Past.None(), 0, new Proof.None())).phase()).isEqualTo("paused");
    }

    @Test
    void tells_of_a_folder_what_is_here_and_what_is_not() {
        var mailbox = new Mailbox(
                new MailboxId(new UUID(0, 3)), ACCOUNT, "INBOX.Clients", '.', MailboxRole.NONE, true);
        var past = new Past.Failed(ConnectionProblem.FOLDER_REFUSED, NOW, new Past.Succeeded(NOW.minusSeconds(60)));

        var body = SyncFolderBody.of(new FolderHealth(mailbox, 40, -1, 2, 123.456, past));

        assertThat(body.path()).isEqualTo("INBOX/Clients");
        assertThat(body.role()).isEqualTo("none");
        assertThat(body.stored()).isEqualTo(40);
        assertThat(body.atServer()).isNull();
        assertThat(body.undelivered()).isEqualTo(2);
        assertThat(body.perSecond()).isEqualTo(123.5);
        assertThat(body.lastSuccessAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(body.error()).extracting(SyncBody.Failure::type).isEqualTo("urn:waxwing:problem:folder-refused");
    }

    @ParameterizedTest
    @EnumSource(ConnectionProblem.class)
    void has_a_sentence_for_every_problem(ConnectionProblem problem) {
        assertThat(Refusals.problem(problem).detail()).endsWith(".").hasSizeGreaterThan(20);
    }
}
