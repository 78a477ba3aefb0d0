package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;
import org.waxwing.domain.world.World;

/** What every {@link ChangeQueue} does; what people see of it is looked at through the world's reader. */
public interface ChangeQueueContract {
    Keyword LABEL = new Keyword("projekt 'x' \"büro\"");

    World world();

    @Test
    default void marks_at_once_and_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));

        var changed = out.mark(email, Keyword.SEEN, true);

        assertThat(changed).containsExactly(email.id());
        assertThat(out.keywords(email)).containsExactlyInAnyOrder(Keyword.SEEN, LABEL);
        assertThat(out.only()).isInstanceOfSatisfying(WaitingChange.Mark.class, mark -> {
            assertThat(mark.email()).isEqualTo(email.id());
            assertThat(mark.keyword()).isEqualTo(Keyword.SEEN);
            assertThat(mark.present()).isTrue();
            assertThat(mark.tried()).isFalse();
            assertThat(mark.places()).containsExactly(out.at(out.inbox(), 1));
        });
        assertThat(out.as(() -> world().changes().count(out.account().id()))).isEqualTo(1);
    }

    @Test
    default void takes_a_keyword_from_every_copy() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        world().show(out.account(), out.work(), email.id(), LABEL);

        out.mark(email, LABEL, false);

        assertThat(out.keywords(email)).isEmpty();
        assertThat(out.places()).containsExactlyInAnyOrder(out.at(out.inbox(), 1), out.at(out.work(), 1));
    }

    @Test
    default void what_is_so_already_is_no_change() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.SEEN));

        assertThat(out.mark(email, Keyword.SEEN, true)).isEmpty();
        assertThat(out.mark(email, Keyword.FLAGGED, false)).isEmpty();
        assertThat(out.move(email, out.work(), out.archive())).isEmpty();
        assertThat(out.move(email, out.inbox(), out.inbox())).isEmpty();
        assertThat(out.delete(email, out.work())).isEmpty();
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void what_one_copy_is_marked_with_the_message_is_already() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.SEEN));
        out.place(out.work(), 7, email);

        assertThat(out.mark(email, Keyword.SEEN, true)).isEmpty();

        assertThat(out.waiting()).isEmpty();
        assertThat(out.snapshot(out.work()).messages()).isEqualTo(Map.of(new Uid(7), Set.of()));
    }

    @Test
    default void marks_that_cancel_out_leave_nothing_to_do() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.FLAGGED));

        out.mark(email, Keyword.SEEN, true);
        out.mark(email, Keyword.SEEN, false);
        out.mark(email, Keyword.FLAGGED, false);
        out.mark(email, Keyword.FLAGGED, true);

        assertThat(out.waiting()).isEmpty();
        assertThat(out.keywords(email)).containsExactly(Keyword.FLAGGED);
    }

    @Test
    default void a_mark_that_was_tried_is_not_cancelled_but_followed_by_its_opposite() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);
        out.tried(out.only());

        out.mark(email, Keyword.SEEN, false);

        assertThat(out.keywords(email)).isEmpty();
        assertThat(out.waiting()).hasSize(2);
        assertThat(out.waiting()).extracting(WaitingChange::tried).containsExactly(true, false);
        assertThat(out.waiting().getFirst().position()).isLessThan(out.waiting().getLast().position());
    }

    @Test
    default void a_mark_that_was_done_waits_no_more_and_stays() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);

        out.done(out.only());

        assertThat(out.waiting()).isEmpty();
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(1), Set.of(Keyword.SEEN)));
    }

    @Test
    default void what_the_server_tells_does_not_take_away_what_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.mark(email, Keyword.SEEN, true);
        out.mark(email, LABEL, false);

        out.remark(out.inbox(), 1, LABEL, Keyword.ANSWERED);

        assertThat(out.keywords(email)).containsExactlyInAnyOrder(Keyword.SEEN, Keyword.ANSWERED);
        assertThat(out.snapshot(out.inbox()).messages())
                .isEqualTo(Map.of(new Uid(1), Set.of(Keyword.SEEN, Keyword.ANSWERED)));
        assertThat(out.waiting()).hasSize(2);
    }

    @Test
    default void a_new_copy_has_what_waits_too() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);

        out.place(out.work(), 9, email);

        assertThat(out.snapshot(out.work()).messages()).isEqualTo(Map.of(new Uid(9), Set.of(Keyword.SEEN)));
        assertThat(out.places()).containsExactlyInAnyOrder(out.at(out.inbox(), 1), out.at(out.work(), 9));
    }

    @Test
    default void a_refused_mark_is_taken_back_and_told() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().subject("Ünï 🦆").marked(Keyword.FLAGGED));
        out.mark(email, LABEL, true);

        var touched = out.refused(Refusal.NO_LABELS, out.only());

        assertThat(touched).containsExactly(email.id());
        assertThat(out.keywords(email)).containsExactly(Keyword.FLAGGED);
        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.account()).isEqualTo(out.account().id());
            assertThat(refused.what()).isEqualTo(Refused.What.MARK);
            assertThat(refused.why()).isEqualTo(Refusal.NO_LABELS);
            assertThat(refused.subject().value()).isEqualTo("Ünï 🦆");
            assertThat(refused.count()).isEqualTo(1);
            assertThat(refused.at()).isEqualTo(Outgoing.NOW);
        });
    }

    @Test
    default void what_was_refused_together_is_told_together() {
        var out = Outgoing.in(world());
        var emails = List.of(out.deliver(anEmail()), out.deliver(anEmail()), out.deliver(anEmail()));
        emails.forEach(it -> out.mark(it, LABEL, true));

        out.refused(Refusal.NO_LABELS, out.waiting().toArray(WaitingChange[]::new));

        assertThat(out.refusals()).singleElement().satisfies(it -> assertThat(it.count()).isEqualTo(3));
    }

    @Test
    default void moves_at_once_and_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));

        var moved = out.move(email, out.inbox(), out.archive());

        assertThat(moved).isEqualTo(Map.of(out.inbox().id(), Set.of(email.id())));
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.keywords(email)).containsExactly(LABEL);
        assertThat(out.only()).isInstanceOfSatisfying(WaitingChange.Move.class, move -> {
            assertThat(move.email()).isEqualTo(email.id());
            assertThat(move.target()).isEqualTo(out.archive().id());
            assertThat(move.targetPath()).isEqualTo("Archive");
            assertThat(move.places()).containsExactly(out.at(out.inbox(), 1));
        });
        // what the server has is still known, so that it is not taken for something new
        assertThat(out.snapshot(out.inbox()).messages()).containsOnlyKeys(new Uid(1));
        assertThat(out.snapshot(out.archive()).messages()).isEmpty();
    }

    @Test
    default void moves_many_messages_out_of_many_folders() {
        var out = Outgoing.in(world());
        var one = out.deliver(anEmail());
        var two = world().deliver(out.account(), out.work(), anEmail());
        var there = world().deliver(out.account(), out.archive(), anEmail());

        var moved = out.as(() -> world().changes().move(
                out.account().id(), List.of(one.id(), two.id(), there.id(), new EmailId(UUID.randomUUID())),
                List.of(out.inbox().id(), out.work().id()), out.archive().id()));

        assertThat(moved).isEqualTo(
                Map.of(out.inbox().id(), Set.of(one.id()), out.work().id(), Set.of(two.id())));
        assertThat(out.waiting()).hasSize(2);
    }

    @Test
    default void says_every_folder_that_a_message_left() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.archive(), 5, email);

        var moved = out.move(email, List.of(out.inbox(), out.archive()), out.work());

        assertThat(moved).isEqualTo(
                Map.of(out.inbox().id(), Set.of(email.id()), out.archive().id(), Set.of(email.id())));
        assertThat(out.shown(email)).containsExactly(out.work().id());
        assertThat(out.waiting().stream().flatMap(it -> Outgoing.places(it).stream()))
                .containsExactlyInAnyOrder(out.at(out.inbox(), 1), out.at(out.archive(), 5));
    }

    @Test
    default void a_move_out_of_two_folders_that_is_taken_back_leaves_nothing_to_do() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.place(out.archive(), 5, email, Keyword.SEEN);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());

        assertThat(out.moveBack(email, out.inbox(), out.work())).containsExactly(email.id());
        var halfWay = out.shown(email);
        assertThat(out.moveBack(email, out.archive(), out.work())).containsExactly(email.id());

        assertThat(halfWay).containsExactlyInAnyOrder(out.inbox().id(), out.work().id());
        assertThat(out.waiting()).isEmpty();
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(1), Set.of(LABEL)));
        assertThat(out.snapshot(out.archive()).messages()).isEqualTo(Map.of(new Uid(5), Set.of(Keyword.SEEN)));
    }

    /** The inbox had it with a label, the archive had it read; both are at work now, under 7 and 8 in that order. */
    private static Email atWorkFromTwoFolders(Outgoing out) {
        var email = out.deliver(anEmail().marked(LABEL));
        out.place(out.archive(), 5, email, Keyword.SEEN);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());
        for (var change : out.waiting()) {
            boolean ofInbox = Outgoing.places(change).equals(List.of(out.at(out.inbox(), 1)));
            out.done(change, ofInbox ? 7 : 8);
        }
        assertThat(out.snapshot(out.work()).messages()).isEqualTo(
                Map.of(new Uid(7), Set.of(LABEL), new Uid(8), Set.of(Keyword.SEEN)));
        return email;
    }

    /** The server does all moves that wait, under new UIDs from here on. */
    private static void carryOut(Outgoing out, long uid) {
        long next = uid;
        for (var change : out.waiting()) {
            assertThat(Outgoing.places(change)).hasSize(1);
            out.done(change, next++);
        }
    }

    @Test
    default void what_the_server_has_moved_out_of_two_folders_goes_back_to_each() {
        var out = Outgoing.in(world());
        var email = atWorkFromTwoFolders(out);

        out.moveBack(email, out.archive(), out.work());
        var halfWay = out.shown(email);
        out.moveBack(email, out.inbox(), out.work());

        assertThat(halfWay).containsExactlyInAnyOrder(out.archive().id(), out.work().id());
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.waiting()).hasSize(2);
        for (var change : out.waiting()) {
            boolean toInbox = ((WaitingChange.Move) change).target().equals(out.inbox().id());
            assertThat(Outgoing.places(change)).containsExactly(out.at(out.work(), toInbox ? 7 : 8));
            out.done(change, toInbox ? 2 : 6);
        }
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(2), Set.of(LABEL)));
        assertThat(out.snapshot(out.archive()).messages()).isEqualTo(Map.of(new Uid(6), Set.of(Keyword.SEEN)));
        assertThat(out.snapshot(out.work()).messages()).isEmpty();
    }

    @Test
    default void what_is_being_moved_out_of_two_folders_goes_back_to_each_when_it_has_been() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.place(out.archive(), 5, email, Keyword.SEEN);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());
        var there = out.waiting();
        out.tried(there.toArray(WaitingChange[]::new));

        out.moveBack(email, out.archive(), out.work());
        out.moveBack(email, out.inbox(), out.work());
        var meanwhile = out.shown(email);
        for (var change : there) {
            boolean ofInbox = Outgoing.places(change).equals(List.of(out.at(out.inbox(), 1)));
            out.done(change, ofInbox ? 7 : 8);
        }

        assertThat(meanwhile).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.waiting()).hasSize(2).allSatisfy(change -> {
            boolean toInbox = ((WaitingChange.Move) change).target().equals(out.inbox().id());
            assertThat(Outgoing.places(change)).containsExactly(out.at(out.work(), toInbox ? 7 : 8));
        });
    }

    @Test
    default void what_is_being_moved_by_a_server_that_tells_no_places_goes_back_to_each_folder() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.archive(), 5, email);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());
        var there = out.waiting();
        out.tried(there.toArray(WaitingChange[]::new));
        out.moveBack(email, out.archive(), out.work());
        out.moveBack(email, out.inbox(), out.work());
        there.forEach(out::done);

        out.place(out.work(), 7, email);
        out.place(out.work(), 8, email);

        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.waiting()).hasSize(2).allSatisfy(it -> assertThat(Outgoing.places(it)).hasSize(1));
        assertThat(out.waiting().stream().flatMap(it -> Outgoing.places(it).stream()))
                .containsExactlyInAnyOrder(out.at(out.work(), 7), out.at(out.work(), 8));
    }

    @Test
    default void what_a_folder_had_before_stays_when_what_came_goes_back() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.place(out.archive(), 5, email, Keyword.SEEN);
        out.move(email, out.inbox(), out.archive());
        out.done(out.only(), 6);

        out.moveBack(email, out.inbox(), out.archive());

        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.places()).containsExactly(out.at(out.archive(), 6));
        out.done(out.only(), 2);
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(2), Set.of(LABEL)));
        assertThat(out.snapshot(out.archive()).messages()).isEqualTo(Map.of(new Uid(5), Set.of(Keyword.SEEN)));
    }

    @Test
    default void all_that_came_from_a_folder_goes_back_there() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.inbox(), 2, email);
        out.move(email, out.inbox(), out.work());
        out.done(out.only(), 7, 8);

        out.moveBack(email, out.inbox(), out.work());

        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.places()).containsExactlyInAnyOrder(out.at(out.work(), 7), out.at(out.work(), 8));
    }

    @Test
    default void moves_that_follow_each_other_are_taken_back_one_by_one() {
        var out = Outgoing.in(world());
        var trash = world().folder(out.account(), MailboxRole.TRASH, "Trash");
        var email = out.deliver(anEmail().marked(LABEL));
        out.place(out.archive(), 5, email, Keyword.SEEN);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());
        out.move(email, out.work(), trash);

        out.moveBack(email, out.work(), trash);
        var halfWay = out.shown(email);
        out.moveBack(email, out.inbox(), out.work());
        out.moveBack(email, out.archive(), out.work());

        assertThat(halfWay).containsExactly(out.work().id());
        assertThat(out.waiting()).isEmpty();
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(1), Set.of(LABEL)));
        assertThat(out.snapshot(out.archive()).messages()).isEqualTo(Map.of(new Uid(5), Set.of(Keyword.SEEN)));
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
    }

    @Test
    default void moves_that_the_server_has_made_one_after_the_other_are_taken_back_one_by_one() {
        var out = Outgoing.in(world());
        var trash = world().folder(out.account(), MailboxRole.TRASH, "Trash");
        out.run(() -> world().states().adopt(out.account().id(), trash.id(), World.VALIDITY));
        var email = atWorkFromTwoFolders(out);
        out.move(email, out.work(), trash);
        carryOut(out, 3);

        out.moveBack(email, out.work(), trash);
        var halfWay = out.shown(email);
        carryOut(out, 9);
        out.moveBack(email, out.inbox(), out.work());
        out.moveBack(email, out.archive(), out.work());
        carryOut(out, 20);

        assertThat(halfWay).containsExactly(out.work().id());
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.snapshot(out.inbox()).messages().values()).containsExactly(Set.of(LABEL));
        assertThat(out.snapshot(out.archive()).messages().values()).containsExactly(Set.of(Keyword.SEEN));
    }

    @Test
    default void a_move_there_and_one_back_are_taken_back_one_by_one() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.archive(), 5, email);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());
        out.move(email, out.work(), out.inbox());
        var together = out.shown(email);

        out.moveBack(email, out.work(), out.inbox());
        var apart = out.shown(email);
        out.moveBack(email, out.inbox(), out.work());
        out.moveBack(email, out.archive(), out.work());

        assertThat(together).containsExactly(out.inbox().id());
        assertThat(apart).containsExactly(out.work().id());
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
    }

    @Test
    default void a_copy_of_unknown_origin_is_taken_for_the_one_to_go_back() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.work(), 7, email);
        out.place(out.work(), 8, email);

        var one = out.moveBack(email, out.archive(), out.work());
        var other = out.moveBack(email, out.inbox(), out.work());
        var none = out.moveBack(email, out.archive(), out.work());

        assertThat(one).containsExactly(email.id());
        assertThat(other).containsExactly(email.id());
        assertThat(none).isEmpty();
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.waiting().stream().flatMap(it -> Outgoing.places(it).stream()))
                .containsExactlyInAnyOrder(out.at(out.work(), 7), out.at(out.work(), 8));
    }

    @Test
    default void a_copy_from_one_folder_does_not_go_back_to_another() {
        var out = Outgoing.in(world());
        var email = atWorkFromTwoFolders(out);
        out.vanish(out.work(), 8);

        assertThat(out.moveBack(email, out.archive(), out.work())).isEmpty();
        assertThat(out.moveBack(email, out.inbox(), out.work())).containsExactly(email.id());

        assertThat(out.shown(email)).containsExactly(out.inbox().id());
    }

    @Test
    default void what_was_found_where_it_had_been_moved_goes_back_to_each_folder() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.archive(), 5, email);
        out.move(email, List.of(out.inbox(), out.archive()), out.work());
        out.waiting().forEach(out::done);
        out.place(out.work(), 7, email);
        out.place(out.work(), 8, email);

        out.moveBack(email, out.archive(), out.work());
        out.moveBack(email, out.inbox(), out.work());

        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.archive().id());
        assertThat(out.waiting()).hasSize(2).allSatisfy(it -> assertThat(Outgoing.places(it)).hasSize(1));
    }

    @Test
    default void a_refused_way_back_leaves_a_message_where_it_was() {
        var out = Outgoing.in(world());
        var email = atWorkFromTwoFolders(out);
        out.moveBack(email, out.archive(), out.work());
        out.moveBack(email, out.inbox(), out.work());

        out.refused(Refusal.NOT_PERMITTED, out.waiting().getFirst());

        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.work().id());
        assertThat(out.only()).isInstanceOf(WaitingChange.Move.class);
    }

    @Test
    default void deletes_what_two_folders_brought_together() {
        var out = Outgoing.in(world());
        var trash = world().folder(out.account(), MailboxRole.TRASH, "Trash");
        var email = out.deliver(anEmail());
        out.place(out.archive(), 5, email);
        out.move(email, List.of(out.inbox(), out.archive()), trash);

        out.delete(email, trash);

        assertThat(out.shown(email)).isEmpty();
        assertThat(out.waiting()).hasSize(2).hasOnlyElementsOfType(WaitingChange.Delete.class);
        assertThat(out.waiting().stream().flatMap(it -> Outgoing.places(it).stream()))
                .containsExactlyInAnyOrder(out.at(out.inbox(), 1), out.at(out.archive(), 5));
    }

    @Test
    default void a_message_stays_in_the_folders_it_is_not_moved_out_of() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        world().show(out.account(), out.work(), email.id());

        out.move(email, out.inbox(), out.archive());

        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.work().id(), out.archive().id());
        assertThat(out.places()).containsExactly(out.at(out.inbox(), 1));
    }

    @Test
    default void there_and_back_leaves_nothing_to_do() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));

        out.move(email, out.inbox(), out.archive());
        out.move(email, out.archive(), out.inbox());

        assertThat(out.waiting()).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.keywords(email)).containsExactly(LABEL);
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(1), Set.of(LABEL)));
    }

    @Test
    default void a_detour_is_not_gone() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());

        out.move(email, out.inbox(), out.work());
        out.move(email, out.work(), out.archive());

        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.only()).isInstanceOfSatisfying(
                WaitingChange.Move.class, move -> assertThat(move.target()).isEqualTo(out.archive().id()));
        assertThat(out.places()).containsExactly(out.at(out.inbox(), 1));
    }

    @Test
    default void a_move_that_was_tried_is_followed_by_the_next() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());

        out.move(email, out.work(), out.inbox());

        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.waiting()).hasSize(2);
        assertThat(Outgoing.places(out.waiting().getFirst())).containsExactly(out.at(out.inbox(), 1));
        assertThat(Outgoing.places(out.waiting().getLast())).isEmpty();
    }

    @Test
    default void a_message_that_was_moved_is_where_the_server_put_it() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.move(email, out.inbox(), out.archive());

        out.done(out.only(), 7);

        assertThat(out.waiting()).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.snapshot(out.archive()).messages()).isEqualTo(Map.of(new Uid(7), Set.of(LABEL)));
        assertThat(out.snapshot(out.inbox()).messages()).isEmpty();
    }

    @Test
    default void the_next_move_begins_where_the_server_put_the_message() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());
        out.move(email, out.work(), out.archive());

        out.done(out.waiting().getFirst(), 7);

        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.places()).containsExactly(out.at(out.work(), 7));
        assertThat(out.snapshot(out.work()).messages()).containsOnlyKeys(new Uid(7));
    }

    @Test
    default void a_message_that_was_sent_away_is_not_back_because_somebody_had_looked_before() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.done(out.only(), 7);
        out.move(email, out.work(), out.inbox());

        out.place(out.work(), 7, email);

        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.places()).containsExactly(out.at(out.work(), 7));
        out.done(out.only(), 9);
        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.snapshot(out.work()).messages()).isEmpty();
    }

    @Test
    default void a_message_whose_new_place_is_not_told_stays_shown_until_it_is_found_there() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.move(email, out.inbox(), out.archive());
        out.done(out.only());
        var meanwhile = out.shown(email);
        var known = out.snapshot(out.archive()).messages();

        out.place(out.archive(), 7, email, Keyword.SEEN);

        assertThat(meanwhile).containsExactly(out.archive().id());
        assertThat(known).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
        assertThat(out.forgetUnseen()).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
    }

    @Test
    default void a_message_that_was_not_found_where_it_was_moved_is_forgotten_there() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.work(), 3, email);
        out.move(email, out.inbox(), out.archive());
        out.done(out.only());

        var touched = out.forgetUnseen();

        assertThat(touched).containsExactly(email.id());
        assertThat(out.shown(email)).containsExactly(out.work().id());
    }

    @Test
    default void what_still_waits_is_not_forgotten() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());
        out.move(email, out.work(), out.archive());

        var touched = out.forgetUnseen();

        assertThat(touched).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.waiting()).hasSize(2);
    }

    @Test
    default void a_message_that_is_found_goes_where_it_was_moved_on_to() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());
        out.move(email, out.work(), out.archive());
        out.done(out.waiting().getFirst());
        var unknown = out.places();

        out.place(out.work(), 7, email);

        assertThat(unknown).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.places()).containsExactly(out.at(out.work(), 7));
    }

    @Test
    default void a_message_that_is_not_found_is_not_moved_on() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.archive(), 4, email);
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());
        var trash = world().folder(out.account(), MailboxRole.TRASH, "Trash");
        out.move(email, out.work(), trash);
        out.done(out.waiting().getFirst());

        out.forgetUnseen();

        assertThat(out.waiting()).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
    }

    @Test
    default void a_refused_move_is_taken_back_and_told() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().subject("Lunch").marked(LABEL));
        out.move(email, out.inbox(), out.archive());
        out.tried(out.only());

        var touched = out.refused(Refusal.OVER_QUOTA, out.only());

        assertThat(touched).containsExactly(email.id());
        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.keywords(email)).containsExactly(LABEL);
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(1), Set.of(LABEL)));
        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).extracting(Refused::what).containsExactly(Refused.What.MOVE);
    }

    @Test
    default void what_was_to_follow_a_refused_move_is_taken_back_too() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());
        out.move(email, out.work(), out.archive());

        out.refused(Refusal.NOT_PERMITTED, out.waiting().getFirst());

        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void what_somebody_else_took_away_meanwhile_is_not_moved_any_more() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.work(), 3, email);
        out.move(email, out.inbox(), out.archive());

        out.vanish(out.inbox(), 1);

        assertThat(out.waiting()).isEmpty();
        // it may be there, if it was ours that took it away
        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.archive().id(), out.work().id());
        out.forgetUnseen();
        assertThat(out.shown(email)).containsExactly(out.work().id());
    }

    @Test
    default void what_our_own_move_took_away_unheard_is_found_where_it_went() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.archive());
        out.tried(out.only());

        out.place(out.archive(), 7, email);
        out.vanish(out.inbox(), 1);
        out.forgetUnseen();

        assertThat(out.waiting()).isEmpty();
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.snapshot(out.archive()).messages()).containsOnlyKeys(new Uid(7));
    }

    @Test
    default void deletes_at_once_and_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());

        var deleted = out.delete(email, out.inbox());

        assertThat(deleted).containsExactly(email.id());
        assertThat(out.shown(email)).isEmpty();
        assertThat(out.only()).isInstanceOf(WaitingChange.Delete.class);
        assertThat(out.places()).containsExactly(out.at(out.inbox(), 1));
        // still known, so that it does not come in once more
        assertThat(out.snapshot(out.inbox()).messages()).containsOnlyKeys(new Uid(1));
    }

    @Test
    default void deletes_from_one_folder_alone() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.FLAGGED));
        out.place(out.work(), 3, email, Keyword.SEEN);

        out.delete(email, out.inbox());
        var waiting = out.only();
        out.done(waiting);

        assertThat(out.shown(email)).containsExactly(out.work().id());
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
        assertThat(out.snapshot(out.inbox()).messages()).isEmpty();
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void what_was_deleted_on_its_way_is_deleted_where_it_was() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var trash = world().folder(out.account(), MailboxRole.TRASH, "Trash");
        out.move(email, out.inbox(), trash);

        out.delete(email, trash);

        assertThat(out.shown(email)).isEmpty();
        assertThat(out.only()).isInstanceOf(WaitingChange.Delete.class);
        assertThat(out.places()).containsExactly(out.at(out.inbox(), 1));
    }

    @Test
    default void what_was_deleted_after_its_move_was_tried_is_deleted_where_it_went() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.work());
        out.tried(out.only());
        out.delete(email, out.work());

        out.done(out.waiting().getFirst(), 7);

        assertThat(out.shown(email)).isEmpty();
        assertThat(out.only()).isInstanceOf(WaitingChange.Delete.class);
        assertThat(out.places()).containsExactly(out.at(out.work(), 7));
        assertThat(out.snapshot(out.work()).messages()).containsOnlyKeys(new Uid(7));
    }

    @Test
    default void a_refused_deletion_of_one_copy_is_taken_back() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.place(out.work(), 3, email);
        out.delete(email, out.inbox());

        out.refused(Refusal.NOT_PERMITTED, out.only());

        assertThat(out.shown(email)).containsExactlyInAnyOrder(out.inbox().id(), out.work().id());
        assertThat(out.refusals()).extracting(Refused::what).containsExactly(Refused.What.DELETE);
    }

    @Test
    default void a_refused_deletion_of_the_last_copy_is_forgotten_so_that_it_comes_back() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.run(() -> world().folders().caughtUp(out.account().id(), out.inbox().id(),
                new SyncPoint(World.VALIDITY, 2, 1, 7), 0, Outgoing.NOW));
        out.delete(email, out.inbox());

        out.refused(Refusal.NOT_PERMITTED, out.only());

        assertThat(out.waiting()).isEmpty();
        assertThat(out.snapshot(out.inbox()).messages()).isEmpty();
        // the server will not mention by itself what it has had all the time
        assertThat(out.as(() -> world().folders().points(out.account().id()))).doesNotContainKey(out.inbox().id());
        assertThat(out.refusals()).hasSize(1);
    }

    @Test
    default void what_somebody_else_removed_meanwhile_need_not_be_deleted() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.delete(email, out.inbox());

        out.vanish(out.inbox(), 1);

        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).isEmpty();
    }

    @Test
    default void marks_of_a_message_that_is_gone_wait_no_more() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);

        out.vanish(out.inbox(), 1);

        assertThat(out.shown(email)).isEmpty();
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void a_mark_waits_until_a_moved_message_is_found() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.archive());
        out.done(out.only());
        out.mark(email, Keyword.SEEN, true);
        var unknown = out.places();

        out.place(out.archive(), 7, email);

        assertThat(unknown).isEmpty();
        assertThat(out.places()).containsExactly(out.at(out.archive(), 7));
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
    }

    @Test
    default void keeps_the_order_in_which_things_were_done() {
        var out = Outgoing.in(world());
        var one = out.deliver(anEmail());
        var two = out.deliver(anEmail());

        out.mark(one, Keyword.SEEN, true);
        out.move(two, out.inbox(), out.work());
        out.mark(two, LABEL, true);
        var plans = out.create("Plans");
        out.move(one, out.inbox(), plans);

        var waiting = out.waiting();
        assertThat(waiting).extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Mark", "Move", "Mark", "CreateFolder", "Move");
        assertThat(waiting).extracting(WaitingChange::position).isSorted().doesNotHaveDuplicates();
        assertThat(out.as(() -> world().changes().waiting(out.account().id(), 2))).isEqualTo(waiting.subList(0, 2));
        assertThat(out.as(() -> world().changes().count(out.account().id()))).isEqualTo(5);
    }

    @Test
    default void a_message_on_its_way_out_of_a_dropped_folder_keeps_its_turn() {
        var out = Outgoing.in(world());
        var email = world().deliver(out.account(), out.work(), anEmail());
        var trash = world().folder(out.account(), MailboxRole.TRASH, "Trash");
        out.move(email, out.work(), trash);
        out.drop(out.work());

        out.move(email, trash, out.inbox());

        // dropping the folder first would take the message with it
        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.waiting()).extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Move", "DropFolder", "Move");
        assertThat(Outgoing.places(out.waiting().getFirst())).containsExactly(out.at(out.work(), 1));
    }

    @Test
    default void voided_uids_do_not_lose_what_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.archive());
        var other = new UidValidity(2);

        out.run(() -> {
            world().states().place(out.account().id(), out.inbox().id(), other,
                    Map.of(new Uid(11), new SyncStateStore.Copy(email.id(), Set.of())));
            world().mail().settle(out.account().id(), Set.of(email.id()));
        });
        var meanwhile = out.shown(email);
        out.run(() -> world().mail().settle(
                out.account().id(), world().states().adopt(out.account().id(), out.inbox().id(), other)));

        assertThat(meanwhile).containsExactly(out.archive().id());
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.places()).containsExactly(
                new WaitingChange.At(out.inbox().id(), "INBOX", other, new Uid(11)));
    }

    @Test
    default void survives_a_folder_that_is_gone() {
        var out = Outgoing.in(world());
        var leaving = world().deliver(out.account(), out.work(), anEmail());
        var coming = out.deliver(anEmail());
        out.move(leaving, out.work(), out.archive());
        out.move(coming, out.inbox(), out.work());

        out.run(() -> world().mail().keepMailboxes(out.account().id(), List.of(out.inbox(), out.archive())));
        out.forgetUnseen();

        assertThat(out.shown(coming)).containsExactly(out.inbox().id());
        assertThat(out.shown(leaving)).isEmpty();
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void tries_what_a_change_has_become_since_it_was_looked_at() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var other = out.deliver(anEmail());
        out.move(email, out.inbox(), out.archive());
        var back = out.only();
        out.move(email, out.archive(), out.inbox());
        out.move(other, out.inbox(), out.archive());
        var onward = out.only();
        out.move(other, out.archive(), out.work());

        assertThat(out.tried(back)).isEmpty();
        // it may have become another in its place, or have made room for another
        for (var attempted : out.tried(onward))
            assertThat(((WaitingChange.Move) attempted).target()).isEqualTo(out.work().id());
        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.shown(other)).containsExactly(out.work().id());
    }

    @Test
    default void passes_over_changes_that_wait_no_more() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);
        var waiting = out.only();
        out.done(waiting);

        assertThat(out.tried(waiting)).isEmpty();
        out.done(waiting);

        assertThat(out.refused(Refusal.OTHER, waiting)).isEmpty();
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
        assertThat(out.refusals()).isEmpty();
    }

    @Test
    default void takes_thousands_of_messages_at_once() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var many = new HashSet<EmailId>(Set.of(email.id()));
        for (int i = 0; i < 10_000; i++) many.add(new EmailId(new UUID(9, i)));

        assertThat(out.as(() -> world().changes().mark(out.account().id(), many, Keyword.SEEN, true)))
                .containsExactly(email.id());
        assertThat(out.as(() -> world().changes().move(
                out.account().id(), many, List.of(out.inbox().id()), out.archive().id()))).hasSize(1);
    }

    @Test
    default void does_nothing_when_there_is_nothing_to_do() {
        var out = Outgoing.in(world());

        out.run(() -> {
            var queue = world().changes();
            assertThat(queue.mark(out.account().id(), Set.of(), Keyword.SEEN, true)).isEmpty();
            assertThat(queue.move(out.account().id(), Set.of(), Set.of(out.inbox().id()), out.work().id())).isEmpty();
            assertThat(queue.moveBack(out.account().id(), Set.of(), out.inbox().id(), out.work().id())).isEmpty();
            assertThat(queue.delete(out.account().id(), Set.of(), Set.of())).isEmpty();
            assertThat(queue.attempt(out.account().id(), Set.of())).isEmpty();
            queue.done(out.account().id(), Set.of(), Map.of());
            assertThat(queue.refused(out.account().id(), Set.of(), Refusal.OTHER, Outgoing.NOW)).isEmpty();
            assertThat(queue.forgetUnseen(out.account().id())).isEmpty();
        });

        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).isEmpty();
    }

    @Test
    default void nothing_waits_for_an_account_that_is_gone() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);
        out.create("Plans");

        out.run(() -> world().accounts().remove(out.account().id()));

        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void keeps_accounts_apart() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var other = world().accountOf(out.account().owner());
        var others = world().inbox(other);
        out.mark(email, Keyword.SEEN, true);
        var position = out.only().position();

        out.run(() -> {
            var queue = world().changes();
            assertThat(queue.waiting(other.id(), 10)).isEmpty();
            assertThat(queue.mark(other.id(), List.of(email.id()), LABEL, true)).isEmpty();
            assertThat(queue.move(other.id(), List.of(email.id()), List.of(out.inbox().id()), others.id())).isEmpty();
            assertThat(queue.moveBack(other.id(), List.of(email.id()), others.id(), out.inbox().id())).isEmpty();
            assertThat(queue.delete(other.id(), List.of(email.id()), List.of(out.inbox().id()))).isEmpty();
            queue.done(other.id(), List.of(position), Map.of());
            queue.refused(other.id(), List.of(position), Refusal.OTHER, Outgoing.NOW);
        });

        assertThat(out.waiting()).hasSize(1);
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.archive());
        var before = out.waiting();
        var eve = world().somebody();
        var account = out.account().id();
        var queue = world().changes();
        var position = List.of(before.getFirst().position());

        assertThat(world().as(eve, () -> queue.waiting(account, 10))).isEmpty();
        assertThat(world().<Long>as(eve, () -> queue.count(account))).isZero();
        world().attempt(eve, () -> queue.mark(account, List.of(email.id()), Keyword.SEEN, true));
        world().attempt(eve, () -> queue.move(
                account, List.of(email.id()), List.of(out.archive().id()), out.work().id()));
        world().attempt(eve, () -> queue.moveBack(
                account, List.of(email.id()), out.inbox().id(), out.archive().id()));
        world().attempt(eve, () -> queue.delete(account, List.of(email.id()), List.of(out.archive().id())));
        world().attempt(eve, () -> queue.attempt(account, position));
        world().attempt(eve, () -> queue.done(account, position,
                Map.of(position.getFirst(), Set.of(new RemoteChange.Place(World.VALIDITY, new Uid(9))))));
        world().attempt(eve, () -> queue.refused(account, position, Refusal.OTHER, Outgoing.NOW));
        world().attempt(eve, () -> queue.forgetUnseen(account));

        assertThat(out.waiting()).isEqualTo(before);
        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.keywords(email)).isEmpty();
        assertThat(out.refusals()).isEmpty();
    }
}
