package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.ScriptedMailServer;

/** Passes that go on from where the last one ended, those that prove that nothing is missing, and pauses between. */
class SyncAccountFollowingTest {
    private final House house = new House();
    private final Account account = house.connected();
    private final ScriptedMailServer server = house.server();

    private static EmailBuilder mail(int number) {
        return anEmail().subject("mail " + number).received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(number));
    }

    private List<String> inbox() {
        return house.subjects(account, MailView.IMBOX);
    }

    private ShowSync.Report report() {
        return house.showSync().show(account.owner(), account.id()).orElseThrow();
    }

    @Test
    void does_not_open_folders_that_did_not_change() {
        server.inbox().deliver(mail(1));
        server.folder("Archive", MailboxRole.ARCHIVE).deliver(mail(2));
        house.sync(account);
        var whole = server.toldWhole();

        // would break the connection if it were opened
        server.folder("Archive", MailboxRole.ARCHIVE).refuses();
        server.inbox().deliver(mail(3));
        house.sync(account);

        assertThat(server.toldWhole()).isEqualTo(whole);
        assertThat(inbox()).containsExactly("mail 3", "mail 1");
        assertThat(house.status(account).done()).isEqualTo(2);
    }

    @Test
    void follows_what_came_changed_and_went_without_comparing_everything() {
        var gone = server.inbox().deliver(mail(1));
        var changed = server.inbox().deliver(mail(2));
        server.inbox().deliver(mail(3));
        house.sync(account);
        var whole = server.toldWhole();

        server.inbox().remove(gone);
        server.inbox().mark(changed, Keyword.SEEN);
        server.inbox().deliver(mail(4));
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 4", "mail 3", "mail 2");
        assertThat(house.emails(account, MailView.IMBOX).getLast().keywords()).containsExactly(Keyword.SEEN);
        assertThat(server.toldWhole()).isEqualTo(whole);
        assertThat(server.fetched()).hasSize(4);
    }

    @Test
    void compares_everything_where_the_server_cannot_tell_what_happened() {
        server.keepsNoModSeqs();
        var gone = server.inbox().deliver(mail(1));
        var changed = server.inbox().deliver(mail(2));
        house.sync(account);

        server.inbox().remove(gone);
        server.inbox().mark(changed, Keyword.SEEN);
        server.inbox().deliver(mail(3));
        house.sync(account);
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 3", "mail 2");
        assertThat(house.emails(account, MailView.IMBOX).getLast().keywords()).containsExactly(Keyword.SEEN);
        assertThat(server.fetched()).hasSize(3);
    }

    @Test
    void what_happens_during_a_pass_is_followed_by_the_next() {
        server.inbox().deliver(mail(1));
        server.folder("Work", MailboxRole.NONE).deliver(mail(2));
        server.before(2, () -> server.inbox().deliver(mail(3)));

        house.sync(account);
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 3", "mail 1");
    }

    @Test
    void a_pass_that_was_cut_leaves_no_point_behind() {
        server.inbox().deliver(mail(1));
        house.sync(account);
        server.inbox().deliver(mail(2));
        server.inbox().deliver(mail(3));
        server.cutAfter(1);

        house.sync(account);
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 3", "mail 2", "mail 1");
    }

    @Test
    void proves_at_first_that_nothing_is_missing() {
        server.inbox().deliver(mail(1));

        house.sync(account);

        assertThat(house.status(account).proof()).isEqualTo(new Proof.Compared(house.clock().instant(), 0));
    }

    @Test
    void repairs_what_a_server_hid_when_half_an_hour_is_over_and_tells_how_much() {
        var marked = server.inbox().deliver(mail(1));
        server.inbox().deliver(mail(2));
        house.sync(account);
        server.inbox().secretly(() -> {
            server.inbox().mark(marked, Keyword.SEEN);
            server.inbox().deliver(mail(3));
        });

        house.sync(account);
        var meanwhile = inbox();
        house.pass(Duration.ofMinutes(31));
        house.sync(account);

        assertThat(meanwhile).containsExactly("mail 2", "mail 1");
        assertThat(inbox()).containsExactly("mail 3", "mail 2", "mail 1");
        assertThat(house.emails(account, MailView.IMBOX).getLast().keywords()).containsExactly(Keyword.SEEN);
        assertThat(house.status(account).proof()).isInstanceOfSatisfying(Proof.Compared.class, proof -> {
            assertThat(proof.at()).isEqualTo(house.clock().instant());
            assertThat(proof.repaired()).isEqualTo(2);
        });
    }

    @Test
    void a_full_comparison_that_finds_nothing_says_so() {
        var uid = server.inbox().deliver(mail(1));
        house.sync(account);
        house.pass(Duration.ofMinutes(31));
        // news is no repair
        server.inbox().deliver(mail(2));
        server.inbox().mark(uid, Keyword.SEEN);

        house.sync(account);

        assertThat(house.status(account).proof()).isEqualTo(new Proof.Compared(house.clock().instant(), 0));
    }

    @Test
    void a_message_that_cannot_be_delivered_is_no_repair() {
        server.inbox().deliver(mail(1));
        server.inbox().cannotDeliver(server.inbox().deliver(mail(2)));
        house.sync(account);
        house.pass(Duration.ofMinutes(31));

        house.sync(account);

        assertThat(house.status(account).proof()).isEqualTo(new Proof.Compared(house.clock().instant(), 0));
        assertThat(report().folders().getFirst().undelivered()).isEqualTo(1);
    }

    @Test
    void a_pause_ends_a_running_pass_at_its_next_step() {
        IntStream.rangeClosed(1, 120).forEach(i -> server.inbox().deliver(mail(i)));
        server.before(60, () -> house.pauseSync().pause(account.owner(), account.id(), true));

        house.sync(account);
        var phase = house.status(account).phase();
        house.sync(account);

        assertThat(phase).isEqualTo(Phase.PAUSED);
        assertThat(house.status(account).phase()).isEqualTo(Phase.PAUSED);
        assertThat(house.total(account, "INBOX")).isEqualTo(50);
        assertThat(server.opened()).isEqualTo(1);
        assertThat(server.open()).isZero();
    }

    @Test
    void a_paused_account_goes_on_where_it_stopped() {
        IntStream.rangeClosed(1, 120).forEach(i -> server.inbox().deliver(mail(i)));
        server.before(60, () -> house.pauseSync().pause(account.owner(), account.id(), true));
        house.sync(account);
        house.events().clear();

        house.pauseSync().pause(account.owner(), account.id(), false);
        house.sync(account);

        assertThat(house.events().waiting()).contains(
                new MailEvent.AccountResumed(account.owner(), account.id()),
                new MailEvent.SyncWanted(account.owner(), account.id()));
        assertThat(house.total(account, "INBOX")).isEqualTo(120);
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void what_is_done_during_a_pause_waits_for_its_end() {
        var uid = server.inbox().deliver(mail(1));
        house.sync(account);
        house.pauseSync().pause(account.owner(), account.id(), true);

        star();
        house.sync(account);
        var waiting = report().waitingChanges();
        house.pauseSync().pause(account.owner(), account.id(), false);
        house.sync(account);

        assertThat(waiting).isEqualTo(1);
        assertThat(server.inbox().marksOf(uid)).containsExactly(Keyword.FLAGGED);
        assertThat(report().waitingChanges()).isZero();
    }

    private void star() {
        var email = house.emails(account, MailView.IMBOX).getFirst();
        house.changeMail().change(account.owner(), new ChangeMail.Command(
                new Deed.Star(), Set.of(), Set.of(email.id())));
    }

    @Test
    void nobody_pauses_or_starts_over_the_account_of_somebody_else() {
        var eve = house.world().somebody();
        house.sync(account);

        assertThat(house.pauseSync().pause(eve, account.id(), true)).isFalse();
        assertThat(house.resyncAccount().resync(eve, account.id())).isFalse();
        assertThat(house.showSync().show(eve, account.id())).isEmpty();
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.events().waiting()).doesNotHaveAnyElementsOfTypes(
                MailEvent.SyncWanted.class, MailEvent.AccountPaused.class);
    }

    @Test
    void starting_over_fetches_everything_and_keeps_every_id() {
        var question = mail(1);
        server.inbox().deliver(question.marked(Keyword.SEEN));
        server.inbox().deliver(mail(2).repliedTo(question));
        server.folder("Archive", MailboxRole.ARCHIVE).deliver(mail(3));
        house.sync(account);
        var before = house.emails(account, MailView.ALL);
        house.events().clear();
        var seen = new ArrayList<Integer>();
        server.before(2, () -> seen.add(house.emails(account, MailView.ALL).size()));

        house.resyncAccount().resync(account.owner(), account.id());
        house.sync(account);

        assertThat(seen).containsExactly(3);
        assertThat(server.fetched()).hasSize(6);
        assertThat(house.emails(account, MailView.ALL)).isEqualTo(before);
        assertThat(house.waiting(MailEvent.EmailsArrived.class)).isEmpty();
        assertThat(house.live().told(account.owner(), LiveUpdate.NewMessage.class)).isEmpty();
    }

    @Test
    void starting_over_loses_nothing_that_was_done_meanwhile() {
        var uid = server.inbox().deliver(mail(1));
        server.inbox().deliver(mail(2));
        house.sync(account);
        var email = house.emails(account, MailView.IMBOX).getLast();
        server.folder("Archive", MailboxRole.ARCHIVE);
        house.sync(account);
        star();
        house.changeMail().change(account.owner(), new ChangeMail.Command(
                new Deed.Archive(), Set.of(), Set.of(email.id())));

        house.resyncAccount().resync(account.owner(), account.id());
        house.sync(account);

        assertThat(server.inbox().uids()).doesNotContain(uid).hasSize(1);
        assertThat(server.inbox().marksOf(server.inbox().uids().getFirst())).containsExactly(Keyword.FLAGGED);
        assertThat(server.folder("Archive", MailboxRole.ARCHIVE).subjects()).containsExactly("mail 1");
        assertThat(house.waitingChanges(account)).isZero();
        assertThat(house.emails(account, MailView.ARCHIVE).getFirst().id()).isEqualTo(email.id());
    }

    @Test
    void shows_how_every_folder_is() {
        server.inbox().deliver(mail(1));
        server.folder("Shared", MailboxRole.NONE).deliver(mail(2));
        server.folder("Shared", MailboxRole.NONE).refuses();

        house.sync(account);

        var report = report();
        assertThat(report.account()).isEqualTo(account);
        assertThat(report.watched()).isFalse();
        assertThat(report.status()).isEqualTo(house.status(account));
        assertThat(report.folders()).extracting(it -> it.mailbox().path()).containsExactly("INBOX", "Shared");
        assertThat(report.folders().getFirst().stored()).isEqualTo(1);
        assertThat(report.folders().getFirst().atServer()).isEqualTo(1);
        assertThat(report.folders().getFirst().past()).isEqualTo(new Past.Succeeded(house.clock().instant()));
        assertThat(report.folders().getLast().past()).isEqualTo(new Past.Failed(
                ConnectionProblem.FOLDER_REFUSED, house.clock().instant(), new Past.None()));
    }
}
