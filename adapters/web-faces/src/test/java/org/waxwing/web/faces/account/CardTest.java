package org.waxwing.web.faces.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

class CardTest {
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
    private static final Phrases ENGLISH = Phrases.in(Locale.UK);
    private static final Times TIMES = new Times(ENGLISH, ZoneOffset.UTC, NOW);
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private static List<String> facts(Phase phase, Past past, Proof proof, boolean watched, long waiting) {
        var server = new ServerEndpoint("mail.example.org", 993, ConnectionSecurity.TLS);
        var account = new Account(ACCOUNT, new PersonId(new UUID(0, 2)),
                EmailAddress.of("anna@example.org"), "", server, server, NOW);
        var status = new SyncStatus(phase, 40, 100, 1, NOW.minusSeconds(10), past, 0, NOW, proof);
        return Card.of(new ShowSync.Report(account, status, watched, waiting, List.of()), ENGLISH, TIMES).facts()
                .stream()
                .map(Card.Fact::value)
                .toList();
    }

    private static FolderLine folder(String path, MailboxRole role, long atServer, long undelivered, Past past) {
        var mailbox = new Mailbox(new MailboxId(new UUID(0, 3)), ACCOUNT, path, '/', role, true);
        return FolderLine.of(new FolderHealth(mailbox, 1_240, atServer, undelivered, 0, past), 3, ENGLISH, TIMES);
    }

    @Test
    void tells_of_an_account_that_is_watched_and_complete() {
        var past = new Past.Succeeded(NOW.minusSeconds(120));
        var proof = new Proof.Compared(NOW.minusSeconds(1_800), 0);

        assertThat(facts(Phase.IDLE, past, proof, true, 0)).containsExactly(
                "2 min ago", "Noticed at once", "Not at all", "10:30: nothing was missing", "None");
    }

    @Test
    void tells_what_was_repaired_and_what_waits() {
        var past = new Past.Succeeded(NOW.minusSeconds(7_200));
        var proof = new Proof.Compared(NOW.minusSeconds(1_800), 3);

        assertThat(facts(Phase.PAUSED, past, proof, true, 2)).containsExactly(
                "Today 09:00", "Not fetched", "Up to 2 h", "10:30: 3 messages repaired", "2 changes");
    }

    @Test
    void claims_nothing_about_an_account_that_is_just_beginning() {
        assertThat(facts(Phase.SYNCING, new Past.None(), new Proof.None(), false, 0)).containsExactly(
                "Never so far", "Looked for every few minutes", "60 messages", "Not yet", "None");
        assertThat(facts(Phase.ERROR, new Past.None(), new Proof.None(), false, 0))
                .contains("Not known yet");
    }

    @Test
    void marks_a_folder_that_differs_from_the_servers() {
        var line = folder("Clients/Berg", MailboxRole.NONE, 1_250, 0, new Past.Succeeded(NOW));

        assertThat(line.name()).isEqualTo("Berg");
        assertThat(line.above()).isEqualTo("Clients");
        assertThat(line.stored()).isEqualTo("1,240");
        assertThat(line.atServer()).isEqualTo("1,250");
        assertThat(line.differs()).isTrue();
        assertThat(line.fixed()).isFalse();
        assertThat(line.state()).isEqualTo("ok");
    }

    @Test
    void does_not_guess_what_the_server_did_not_tell() {
        var line = folder("INBOX", MailboxRole.INBOX, -1, 0, new Past.None());

        assertThat(line.name()).isEqualTo("Inbox");
        assertThat(line.atServer()).isEqualTo("–");
        assertThat(line.differs()).isFalse();
        assertThat(line.fixed()).isTrue();
        assertThat(line.last()).isEqualTo("Never so far");
    }

    @Test
    void says_what_the_server_holds_back() {
        var past = new Past.Failed(ConnectionProblem.FOLDER_REFUSED, NOW, new Past.Succeeded(NOW));
        var line = folder("Old", MailboxRole.ARCHIVE, 1_242, 2, past);

        assertThat(line.state()).isEqualTo("warn");
        assertThat(line.problem()).isNotBlank();
        assertThat(line.undelivered()).isEqualTo("2 messages are listed by the server and not delivered.");
    }
}
