package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.World;

/** How deletions wait in every {@link ChangeQueue}; a part of its contract. */
interface QueuedDeletionsContract {
    World world();

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
}
