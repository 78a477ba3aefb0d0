package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.WatchedAccounts.Entry;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.world.EmailBuilder;

/** What becomes of a pass when the server, the store or another pass comes in between. */
class SyncAccountTroubleTest {
    private final House house = new House();
    private final Account account = house.connected();

    private static EmailBuilder mail(int number) {
        return anEmail().subject("mail " + number).received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(number));
    }

    private void deliver(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(i -> house.server().inbox().deliver(mail(i)));
    }

    private List<Entry> dueAfter(Duration time) {
        var now = house.clock().instant().plus(time);
        return house.transactions().call(new Actor.House(), () -> house.watched().due(now, now));
    }

    @Test
    void a_server_lost_midway_is_noted_and_what_came_is_kept() {
        deliver(1, 120);
        house.server().cutAfter(80);

        house.sync(account);

        assertThat(house.emails(account, MailView.IMBOX)).hasSize(50);
        assertThat(house.status(account).problem()).contains(ConnectionProblem.CONNECTION_LOST);
        assertThat(house.server().open()).isZero();
    }

    @Test
    void a_pass_goes_on_where_the_last_one_was_cut() {
        deliver(1, 120);
        house.server().cutAfter(80);
        house.sync(account);
        house.live().clear();

        house.sync(account);

        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(120).doesNotHaveDuplicates();
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.status(account).problem()).isEmpty();
        // 80 before the cut, and the 70 that were not stored by then
        assertThat(house.server().fetched()).hasSize(150);
        // old mail that comes in late is no new mail
        assertThat(house.live().told(account.owner(), LiveUpdate.NewMessage.class)).isEmpty();
    }

    @Test
    void voided_uids_survive_a_cut() {
        deliver(1, 60);
        house.sync(account);
        var before = house.emails(account, MailView.IMBOX);
        house.server().inbox().renumber();
        house.server().cutAfter(40);

        house.sync(account);
        var meanwhile = house.emails(account, MailView.IMBOX);
        house.sync(account);

        assertThat(meanwhile).isEqualTo(before);
        assertThat(house.emails(account, MailView.IMBOX)).isEqualTo(before);
    }

    @Test
    void what_went_before_voided_uids_were_read_to_the_end_is_gone() {
        house.server().tellsIds();
        var work = house.server().folder("Work", MailboxRole.NONE);
        work.deliver(mail(1));
        house.sync(account);
        work.deliver(mail(2));
        work.renumber();
        // the first is known by its name and therefore placed before the second is asked for
        house.server().cutAfter(0);
        house.sync(account);
        work.remove(work.uids().getFirst());

        house.sync(account);

        assertThat(house.subjects(account, MailView.ALL)).containsExactly("mail 2");
    }

    @Test
    void uids_that_are_voided_during_a_pass_are_a_lost_connection() {
        deliver(1, 60);
        house.server().before(30, () -> house.server().inbox().renumber());

        house.sync(account);
        var problem = house.status(account).problem();
        house.sync(account);

        assertThat(problem).contains(ConnectionProblem.CONNECTION_LOST);
        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(60).doesNotHaveDuplicates();
    }

    private Duration untilNext() {
        return Duration.between(house.clock().instant(), house.status(account).nextAttempt());
    }

    @Test
    void a_server_that_cannot_be_reached_is_tried_again_after_one_two_and_four_seconds() {
        var pauses = new ArrayList<Long>();
        var phases = new ArrayList<Phase>();
        for (int attempt = 1; attempt <= 4; attempt++) {
            house.server().refuseNext(ConnectionProblem.UNREACHABLE);
            house.sync(account);
            pauses.add(untilNext().toSeconds());
            phases.add(house.status(account).phase());
            house.pass(untilNext());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 300L);
        assertThat(phases).containsExactly(Phase.SYNCING, Phase.SYNCING, Phase.SYNCING, Phase.ERROR);
        assertThat(house.status(account).problem()).contains(ConnectionProblem.UNREACHABLE);
        assertThat(house.status(account).attempts()).isEqualTo(4);
    }

    @Test
    void an_account_that_failed_is_due_when_its_pause_is_over() {
        house.server().refuseNext(ConnectionProblem.UNREACHABLE);
        house.sync(account);

        assertThat(dueAfter(Duration.ofMillis(999))).isEmpty();
        assertThat(dueAfter(Duration.ofMillis(1_001))).hasSize(1);
    }

    @Test
    void success_begins_the_count_of_attempts_anew() {
        for (int attempt = 1; attempt <= 4; attempt++) {
            house.server().refuseNext(ConnectionProblem.UNREACHABLE);
            house.sync(account);
        }
        house.sync(account);
        var healthy = house.status(account);
        house.server().refuseNext(ConnectionProblem.UNREACHABLE);

        house.sync(account);

        assertThat(healthy.attempts()).isZero();
        assertThat(healthy.problem()).isEmpty();
        assertThat(untilNext()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_server_that_asks_to_slow_down_is_left_alone_for_longer_and_longer() {
        var pauses = new ArrayList<Long>();
        for (int attempt = 1; attempt <= 5; attempt++) {
            house.server().refuseNext(ConnectionProblem.THROTTLED);
            house.sync(account);
            pauses.add(untilNext().toMinutes());
        }

        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 16L);
        assertThat(house.status(account).phase()).isEqualTo(Phase.ERROR);
    }

    @Test
    void a_pass_that_went_well_rests_for_minutes() {
        house.sync(account);

        assertThat(dueAfter(Duration.ofSeconds(299))).isEmpty();
        assertThat(dueAfter(Duration.ofSeconds(301))).hasSize(1);
    }

    @Test
    void a_refused_sign_in_waits_for_the_owner_and_is_never_tried_by_itself() {
        deliver(1, 1);
        house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);

        house.sync(account);
        var phase = house.status(account).phase();
        var due = dueAfter(Duration.ofDays(3_650));
        house.sync(account);
        house.sync(account);
        var opened = house.server().opened();
        house.requestSync().request(account.owner(), account.id());
        house.sync(account);

        assertThat(phase).isEqualTo(Phase.NEEDS_SIGN_IN);
        assertThat(due).isEmpty();
        assertThat(opened).isZero();
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("mail 1");
    }

    @Test
    void a_sign_in_that_is_refused_later_costs_nothing_that_was_here() {
        deliver(1, 2);
        house.sync(account);
        var before = house.emails(account, MailView.IMBOX);
        house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);

        house.sync(account);
        house.requestSync().request(account.owner(), account.id());
        house.sync(account);

        assertThat(house.emails(account, MailView.IMBOX)).isEqualTo(before);
        assertThat(house.server().fetched()).hasSize(2);
    }

    @Test
    void a_server_without_any_folder_empties_nothing() {
        deliver(1, 3);
        house.sync(account);

        house.server().dropFolder("INBOX");
        house.sync(account);

        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(3);
        assertThat(house.status(account).problem()).contains(ConnectionProblem.CONNECTION_LOST);
    }

    @Test
    void a_folder_that_breaks_the_connection_costs_nothing_that_was_here() {
        var work = house.server().folder("Work", MailboxRole.NONE);
        work.deliver(mail(1));
        house.sync(account);

        work.breaks();
        house.sync(account);
        var meanwhile = house.subjects(account, MailView.ALL);
        work.isMended();
        house.sync(account);

        assertThat(meanwhile).containsExactly("mail 1");
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void a_folder_that_cannot_be_opened_costs_the_others_nothing() {
        var shared = house.server().folder("Shared", MailboxRole.NONE);
        shared.deliver(mail(1));
        house.sync(account);
        shared.refuses();
        deliver(2, 2);

        house.sync(account);
        var meanwhile = house.subjects(account, MailView.ALL);
        shared.isMended();
        shared.deliver(mail(3));
        house.sync(account);

        assertThat(meanwhile).containsExactly("mail 2", "mail 1");
        assertThat(house.status(account).passes()).isEqualTo(3);
        assertThat(house.subjects(account, MailView.ALL)).containsExactly("mail 3", "mail 2", "mail 1");
    }

    @Test
    void a_folder_that_closes_while_it_is_read_costs_the_others_nothing() {
        var shared = house.server().folder("Shared", MailboxRole.NONE);
        IntStream.rangeClosed(1, 600).forEach(i -> shared.deliver(mail(i)));
        house.server().folder("Trash", MailboxRole.TRASH).deliver(mail(41));
        house.server().before(10, shared::refuses);

        house.sync(account);

        assertThat(house.total(account, "Shared")).isEqualTo(500);
        assertThat(house.subjects(account, MailView.TRASH)).containsExactly("mail 41");
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void an_inbox_that_cannot_be_opened_is_a_problem() {
        deliver(1, 1);
        house.server().inbox().refuses();

        house.sync(account);

        assertThat(house.status(account).problem()).contains(ConnectionProblem.CONNECTION_LOST);
    }

    @Test
    void a_full_disk_is_noted_and_tried_again() {
        deliver(1, 3);
        house.blobs().failNextStore();

        house.sync(account);
        var problem = house.status(account).problem();
        house.sync(account);

        assertThat(problem).contains(ConnectionProblem.STORAGE);
        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(3);
    }

    @Test
    void a_failed_commit_tells_nothing_and_is_delivered_again() {
        house.sync(account);
        deliver(1, 3);
        house.live().clear();
        house.events().clear();
        // the first one looks what is stored already
        house.server().before(3, () -> house.world().failCommit(2, new IllegalStateException("disk")));

        assertThatThrownBy(() -> house.sync(account)).hasMessage("disk");

        assertThat(house.subjects(account, MailView.IMBOX)).isEmpty();
        assertThat(house.events().waiting()).isEmpty();
        assertThat(house.live().told(account.owner(), LiveUpdate.NewMessage.class)).isEmpty();
        assertThat(house.live().told(account.owner(), LiveUpdate.MailChanged.class)).isEmpty();
    }

    @Test
    void an_event_that_is_delivered_again_does_no_harm() {
        deliver(1, 3);
        var flow = house.mailFlow();
        var event = new MailEvent.SyncWanted(account.owner(), account.id());

        flow.handle(event);
        var before = house.emails(account, MailView.ALL);
        flow.handle(event);

        assertThat(house.emails(account, MailView.ALL)).isEqualTo(before);
        assertThat(house.waiting(MailEvent.EmailsArrived.class)).hasSize(1);
    }

    @Test
    void a_bug_gives_the_account_back_before_the_event_is_delivered_again() {
        var broken = house.world().accountOf(house.world().somebody());

        // no sign-in is kept for it
        assertThatThrownBy(() -> house.sync(broken)).isInstanceOf(IllegalStateException.class);

        assertThat(house.status(broken).problem()).contains(ConnectionProblem.STORAGE);
    }

    @Test
    void pages_hear_of_the_beginning_and_the_end() {
        house.sync(account);

        assertThat(house.live().told(account.owner(), LiveUpdate.SyncChanged.class)).hasSizeGreaterThanOrEqualTo(2);
    }
}
