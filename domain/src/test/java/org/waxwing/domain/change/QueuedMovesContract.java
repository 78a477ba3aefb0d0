package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.World;

/** How moves wait in every {@link ChangeQueue}, and what becomes of them; a part of its contract. */
interface QueuedMovesContract {
    Keyword LABEL = new Keyword("projekt 'x' \"büro\"");

    World world();

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
}
