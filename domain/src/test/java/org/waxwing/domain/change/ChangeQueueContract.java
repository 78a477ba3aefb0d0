package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;
import org.waxwing.domain.world.World;

/** What every {@link ChangeQueue} does; what people see of it is looked at through the world's reader. */
public interface ChangeQueueContract
        extends
            QueuedMarksContract,
            QueuedMovesContract,
            QueuedReturnsContract,
            QueuedDeletionsContract {
    Keyword LABEL = new Keyword("projekt 'x' \"büro\"");

    @Override
    World world();

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
