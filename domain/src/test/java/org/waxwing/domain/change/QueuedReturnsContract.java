package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.World;

/** How messages that were moved out of several folders go back, in every {@link ChangeQueue}; a part of its contract. */
interface QueuedReturnsContract {
    Keyword LABEL = new Keyword("projekt 'x' \"büro\"");

    World world();

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
}
