package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.application.change.Desk.mail;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteChange.Refusal;

/** What becomes of what was done here when the server is away, refuses it, or somebody else was there before. */
class CarryOutChangesTest {
    private final House house = new House();
    private final Desk desk = Desk.in(house);

    private void nothingWaits() {
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    private void one() {
        desk.archive();
        desk.work();
        desk.trash();
        desk.inbox().deliver(mail(1));
        desk.sync();
    }

    @Test
    void does_things_to_one_message_in_their_order() {
        one();
        desk.change(new Deed.Read(), desk.email(1));
        desk.change(new Deed.Archive(), desk.email(1));
        desk.change(new Deed.Star(), desk.email(1));

        desk.sync();

        assertThat(desk.archive().subjects()).containsExactly("mail 1");
        assertThat(desk.archive().marksOf(desk.archive().uids().getFirst()))
                .containsExactlyInAnyOrder(Keyword.SEEN, Keyword.FLAGGED);
        assertThat(desk.server().carriedOut()).extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Mark", "Move", "Mark");
        assertThat(desk.email(1).keywords()).containsExactlyInAnyOrder(Keyword.SEEN, Keyword.FLAGGED);
        nothingWaits();
    }

    @Test
    void does_things_in_their_order_where_the_server_does_not_tell_new_places() {
        desk.server().tellsNoNewPlaces();
        one();
        var before = desk.email(1);
        desk.change(new Deed.Archive(), before);
        desk.change(new Deed.Star(), before);

        desk.sync();
        var here = desk.email(1);
        desk.sync();

        assertThat(here.id()).isEqualTo(before.id());
        assertThat(desk.shows("Archive")).containsExactly("mail 1");
        assertThat(desk.archive().marksOf(desk.archive().uids().getFirst())).containsExactly(Keyword.FLAGGED);
        assertThat(desk.email(1).id()).isEqualTo(before.id());
        nothingWaits();
    }

    @Test
    void does_the_same_to_many_messages_at_once() {
        desk.archive();
        IntStream.rangeClosed(1, 100).forEach(i -> desk.inbox().deliver(mail(i)));
        desk.sync();
        var all = house.emails(desk.account(), MailView.IMBOX);

        desk.change(new Deed.Archive(), all.toArray(EmailView[]::new));
        desk.sync();

        assertThat(desk.server().carriedOut()).hasSize(1);
        assertThat(desk.archive().subjects()).hasSize(100);
        assertThat(desk.server().fetched()).hasSize(100);
    }

    @Test
    void what_is_taken_back_while_it_waits_for_its_turn_is_not_done() {
        one();
        desk.inbox().deliver(mail(2));
        desk.sync();
        desk.change(new Deed.Star(), desk.email(2));
        var archived = desk.change(new Deed.Archive(), desk.email(1));
        desk.server().afterNextChange(() -> house.undoAction().undo(desk.account().owner(), archived.action()));

        desk.sync();

        assertThat(desk.archive().subjects()).isEmpty();
        assertThat(desk.inbox().subjects()).containsExactlyInAnyOrder("mail 1", "mail 2");
        assertThat(desk.shows("INBOX")).containsExactly("mail 2", "mail 1");
        assertThat(desk.server().carriedOut()).hasSize(1);
        nothingWaits();
    }

    @Test
    void what_is_moved_on_while_it_waits_for_its_turn_goes_where_it_is_wanted_now() {
        one();
        desk.inbox().deliver(mail(2));
        desk.sync();
        desk.change(new Deed.Star(), desk.email(2));
        desk.change(new Deed.Archive(), desk.email(1));
        desk.server().afterNextChange(() -> desk.change(new Deed.Trash(), desk.email(1)));

        desk.sync();
        desk.sync();

        assertThat(desk.archive().subjects()).isEmpty();
        assertThat(desk.trash().subjects()).containsExactly("mail 1");
        assertThat(desk.shows("Trash")).containsExactly("mail 1");
        nothingWaits();
    }

    @Test
    void carries_on_after_a_long_outage() {
        one();
        for (int hour = 1; hour <= 8; hour++) {
            desk.server().refuseNext(ConnectionProblem.UNREACHABLE);
            desk.change(hour % 2 == 0 ? new Deed.Unread() : new Deed.Read(), desk.email(1));
            desk.change(new Deed.Label(new Keyword("hour" + hour)), desk.email(1));
            desk.sync();
            house.pass(Duration.ofHours(1));
        }
        desk.change(new Deed.Archive(), desk.email(1));

        desk.sync();

        assertThat(desk.archive().subjects()).containsExactly("mail 1");
        assertThat(desk.archive().marksOf(desk.archive().uids().getFirst())).hasSize(8)
                .doesNotContain(Keyword.SEEN);
        nothingWaits();
    }

    @Test
    void a_refused_move_is_taken_back_and_told_until_it_is_put_away() {
        one();
        desk.server().refuses(RemoteChange.Move.class, Refusal.OVER_QUOTA);
        desk.change(new Deed.Archive(), desk.email(1));

        desk.sync();
        var told = desk.refusals();
        house.dismissRefusals().dismiss(house.world().somebody(), Set.of(told.getFirst().id()));
        var still = desk.refusals();
        house.dismissRefusals().dismiss(desk.account().owner(), Set.of(told.getFirst().id()));

        assertThat(desk.shows("INBOX")).containsExactly("mail 1");
        assertThat(desk.shows("Archive")).isEmpty();
        assertThat(told).extracting(Refused::what).containsExactly(Refused.What.MOVE);
        assertThat(told.getFirst().why()).isEqualTo(Refusal.OVER_QUOTA);
        assertThat(told.getFirst().subject().value()).isEqualTo("mail 1");
        assertThat(still).hasSize(1);
        assertThat(desk.refusals()).isEmpty();
        assertThat(house.live().told(desk.account().owner(), LiveUpdate.ChangeRefused.class)).hasSize(1);
        nothingWaits();
    }

    @Test
    void a_refused_label_is_taken_back_and_costs_nothing_else() {
        one();
        desk.change(new Deed.Archive(), desk.email(1));
        desk.sync();
        desk.server().refuses(RemoteChange.Mark.class, Refusal.NO_LABELS);
        desk.change(new Deed.Label(new Keyword("travel")), desk.email(1));

        desk.sync();

        assertThat(desk.email(1).keywords()).isEmpty();
        assertThat(desk.shows("Archive")).containsExactly("mail 1");
        assertThat(desk.refusals()).hasSize(1);
        nothingWaits();
    }

    @Test
    void a_refused_deletion_brings_the_message_back() {
        desk.trash().deliver(mail(1));
        desk.sync();
        desk.server().refuses(RemoteChange.Expunge.class, Refusal.NOT_PERMITTED);
        desk.change(new Deed.Delete(), desk.email(1));

        desk.sync();

        assertThat(desk.shows("Trash")).containsExactly("mail 1");
        assertThat(desk.refusals()).extracting(Refused::what).containsExactly(Refused.What.DELETE);
        nothingWaits();
    }

    @Test
    void a_folder_that_is_gone_takes_the_move_back() {
        one();
        desk.change(new Deed.Move(desk.folder("Work").id()), desk.email(1));
        desk.server().dropFolder("Work");

        desk.sync();

        assertThat(desk.shows("INBOX")).containsExactly("mail 1");
        assertThat(desk.inbox().subjects()).containsExactly("mail 1");
        assertThat(desk.refusals()).extracting(Refused::why).containsExactly(Refusal.NO_SUCH_MAILBOX);
        nothingWaits();
    }

    @Test
    void a_message_that_somebody_else_moved_meanwhile_stays_where_they_put_it() {
        one();
        var before = desk.email(1);
        desk.change(new Deed.Archive(), before);
        desk.inbox().move(desk.inbox().uids().getFirst(), desk.work());

        desk.sync();

        assertThat(desk.shows("Work")).containsExactly("mail 1");
        assertThat(desk.shows("Archive")).isEmpty();
        assertThat(desk.email(1).id()).isEqualTo(before.id());
        assertThat(desk.work().subjects()).containsExactly("mail 1");
        assertThat(desk.archive().subjects()).isEmpty();
        assertThat(desk.refusals()).isEmpty();
        nothingWaits();
    }

    @Test
    void a_message_that_somebody_else_moved_on_stays_where_they_put_it() {
        desk.server().tellsNoNewPlaces();
        one();
        desk.change(new Deed.Archive(), desk.email(1));
        desk.server().afterNextChange(
                () -> desk.archive().move(desk.archive().uids().getFirst(), desk.work()));

        desk.sync();

        assertThat(desk.shows("Work")).containsExactly("mail 1");
        assertThat(desk.shows("Archive")).isEmpty();
        nothingWaits();
    }

    @Test
    void a_message_that_somebody_else_deleted_meanwhile_is_gone() {
        one();
        desk.change(new Deed.Star(), desk.email(1));
        desk.change(new Deed.Archive(), desk.email(1));
        desk.inbox().remove(desk.inbox().uids().getFirst());

        desk.sync();

        assertThat(house.emails(desk.account(), MailView.ALL)).isEmpty();
        assertThat(desk.archive().subjects()).isEmpty();
        assertThat(desk.refusals()).isEmpty();
        nothingWaits();
    }

    @Test
    void a_keyword_that_both_changed_becomes_what_we_want() {
        one();
        var uid = desk.inbox().uids().getFirst();
        desk.change(new Deed.Read(), desk.email(1));
        desk.inbox().mark(uid, Keyword.SEEN);
        desk.inbox().mark(uid);

        desk.sync();

        assertThat(desk.inbox().marksOf(uid)).containsExactly(Keyword.SEEN);
        assertThat(desk.email(1).keywords()).containsExactly(Keyword.SEEN);
    }

    @Test
    void different_keywords_do_not_collide() {
        one();
        var uid = desk.inbox().uids().getFirst();
        desk.change(new Deed.Read(), desk.email(1));
        desk.inbox().mark(uid, Keyword.FLAGGED);

        desk.sync();

        assertThat(desk.inbox().marksOf(uid)).containsExactlyInAnyOrder(Keyword.SEEN, Keyword.FLAGGED);
        assertThat(desk.email(1).keywords()).containsExactlyInAnyOrder(Keyword.SEEN, Keyword.FLAGGED);
    }

    @Test
    void a_crash_after_the_server_moved_a_message_moves_it_once() {
        one();
        var before = desk.email(1);
        desk.change(new Deed.Archive(), before);
        desk.server().afterNextChange(() -> house.world().failCommit(1, new IllegalStateException("crash")));

        assertThatThrownBy(desk::sync).hasMessage("crash");
        var meanwhile = desk.shows("Archive");
        desk.sync();
        desk.sync();

        assertThat(meanwhile).containsExactly("mail 1");
        assertThat(desk.archive().subjects()).containsExactly("mail 1");
        assertThat(desk.inbox().subjects()).isEmpty();
        assertThat(desk.shows("Archive")).containsExactly("mail 1");
        assertThat(desk.email(1).id()).isEqualTo(before.id());
        assertThat(desk.refusals()).isEmpty();
        nothingWaits();
    }

    @Test
    void what_is_undone_after_a_crash_is_undone_at_the_server_too() {
        one();
        var archived = desk.change(new Deed.Archive(), desk.email(1));
        desk.server().afterNextChange(() -> house.world().failCommit(1, new IllegalStateException("crash")));
        assertThatThrownBy(desk::sync).hasMessage("crash");

        house.undoAction().undo(desk.account().owner(), archived.action());
        desk.sync();
        desk.sync();

        assertThat(desk.inbox().subjects()).containsExactly("mail 1");
        assertThat(desk.archive().subjects()).isEmpty();
        assertThat(desk.shows("INBOX")).containsExactly("mail 1");
        nothingWaits();
    }

    @Test
    void a_crash_after_the_server_marked_a_message_leaves_it_marked() {
        one();
        desk.change(new Deed.Star(), desk.email(1));
        desk.server().afterNextChange(() -> house.world().failCommit(1, new IllegalStateException("crash")));

        assertThatThrownBy(desk::sync).hasMessage("crash");
        desk.sync();

        assertThat(desk.inbox().marksOf(desk.inbox().uids().getFirst())).containsExactly(Keyword.FLAGGED);
        assertThat(desk.email(1).keywords()).containsExactly(Keyword.FLAGGED);
        nothingWaits();
    }

    @Test
    void uids_that_were_voided_meanwhile_do_not_stop_a_move() {
        one();
        desk.change(new Deed.Archive(), desk.email(1));
        desk.inbox().renumber();

        desk.sync();

        assertThat(desk.archive().subjects()).containsExactly("mail 1");
        assertThat(desk.shows("Archive")).containsExactly("mail 1");
        assertThat(desk.shows("INBOX")).isEmpty();
        nothingWaits();
    }

    @Test
    void what_is_moved_while_folders_are_looked_at_is_not_taken_for_lost() {
        desk.server().tellsNoNewPlaces();
        desk.archive();
        desk.inbox().deliver(mail(1));
        IntStream.rangeClosed(1, 1_200).forEach(i -> desk.work().deliver(mail(10_000 + i)));
        desk.server().before(100, () -> {
            desk.change(new Deed.Archive(), house.emails(desk.account(), MailView.IMBOX).getFirst());
            house.pass(Duration.ofSeconds(30));
        });

        desk.sync();
        var first = house.emails(desk.account(), MailView.ARCHIVE);
        desk.sync();

        assertThat(first).hasSize(1);
        assertThat(house.emails(desk.account(), MailView.ARCHIVE)).extracting(it -> it.id())
                .containsExactly(first.getFirst().id());
        assertThat(desk.server().folder("Archive", MailboxRole.ARCHIVE).subjects()).containsExactly("mail 1");
    }

    @Test
    void a_deed_of_the_owner_during_a_pass_is_not_lost() {
        one();
        desk.inbox().deliver(mail(2));
        var before = desk.email(1);
        desk.server().before(1, () -> desk.change(new Deed.Archive(), before));
        house.events().clear();

        desk.sync();
        assertThat(desk.shows("INBOX")).containsExactly("mail 2");
        assertThat(house.waiting(MailEvent.SyncWanted.class)).isNotEmpty();
        desk.sync();

        assertThat(desk.archive().subjects()).containsExactly("mail 1");
        assertThat(desk.shows("INBOX")).containsExactly("mail 2");
        nothingWaits();
    }
}
