package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.world.World;

/** What every {@link FolderStateStore} does. */
public interface FolderStateStoreContract {
    Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    SyncPoint POINT = new SyncPoint(World.VALIDITY, 4_294_967_295L, 12, Long.MAX_VALUE);

    World world();

    /** An account with an inbox of one message and an empty folder. */
    record Followed(World world, Account account, Mailbox inbox, Mailbox work, Email email) {
        static Followed in(World world) {
            var account = world.accountOf(world.somebody());
            var inbox = world.inbox(account);
            var work = world.folder(account, MailboxRole.NONE, "Work");
            return new Followed(world, account, inbox, work, world.deliver(account, inbox, anEmail()));
        }

        void run(Runnable work) {
            world.run(account.owner(), work);
        }

        void caughtUp(Mailbox mailbox, SyncPoint point, long undelivered, Instant now) {
            run(() -> world.folders().caughtUp(account.id(), mailbox.id(), point, undelivered, now));
        }

        void failed(Mailbox mailbox, ConnectionProblem problem, Instant now) {
            run(() -> world.folders().failed(account.id(), mailbox.id(), problem, now));
        }

        Map<MailboxId, SyncPoint> points() {
            return world.as(account.owner(), () -> world.folders().points(account.id()));
        }

        List<FolderHealth> health() {
            return world.as(account.owner(), () -> world.folders().health(account.id()));
        }

        MailboxSnapshot snapshot() {
            return world.as(account.owner(), () -> world.states().snapshot(account.id(), inbox.id())).orElseThrow();
        }
    }

    @Test
    default void knows_no_point_of_a_folder_that_was_never_followed() {
        var followed = Followed.in(world());

        assertThat(followed.points()).isEmpty();
        assertThat(followed.health()).containsExactly(
                new FolderHealth(followed.inbox(), 1, -1, 0, 0, new Past.None()),
                new FolderHealth(followed.work(), 0, -1, 0, 0, new Past.None()));
    }

    @Test
    default void remembers_where_a_folder_stood() {
        var followed = Followed.in(world());
        followed.caughtUp(followed.inbox(), new SyncPoint(World.VALIDITY, 1, 1, 1), 0, NOW);

        followed.caughtUp(followed.inbox(), POINT, 3, NOW.plusSeconds(1));

        assertThat(followed.points()).isEqualTo(Map.of(followed.inbox().id(), POINT));
        assertThat(followed.health().getFirst()).isEqualTo(
                new FolderHealth(followed.inbox(), 1, 12, 3, 0, new Past.Succeeded(NOW.plusSeconds(1))));
    }

    @Test
    default void remembers_what_a_server_did_not_tell() {
        var followed = Followed.in(world());
        var little = new SyncPoint(new UidValidity(4_294_967_295L), 0, -1, 0);

        followed.caughtUp(followed.inbox(), little, 0, NOW);

        assertThat(followed.points()).isEqualTo(Map.of(followed.inbox().id(), little));
        assertThat(followed.health().getFirst().atServer()).isEqualTo(-1);
    }

    @Test
    default void notes_folders_that_were_found_unchanged() {
        var followed = Followed.in(world());
        followed.caughtUp(followed.inbox(), POINT, 3, NOW);
        followed.caughtUp(followed.work(), POINT, 0, NOW);

        followed.run(() -> world().folders().unchanged(
                followed.account().id(), List.of(followed.inbox().id()), NOW.plusSeconds(9)));

        assertThat(followed.points()).hasSize(2).containsEntry(followed.inbox().id(), POINT);
        assertThat(followed.health()).extracting(FolderHealth::past)
                .containsExactly(new Past.Succeeded(NOW.plusSeconds(9)), new Past.Succeeded(NOW));
        assertThat(followed.health().getFirst().undelivered()).isEqualTo(3);
    }

    @Test
    default void notes_failure_and_remembers_the_last_success_and_the_point() {
        var followed = Followed.in(world());
        followed.caughtUp(followed.inbox(), POINT, 0, NOW);
        followed.failed(followed.inbox(), ConnectionProblem.STORAGE, NOW.plusSeconds(1));
        followed.failed(followed.inbox(), ConnectionProblem.FOLDER_REFUSED, NOW.plusSeconds(2));
        followed.failed(followed.work(), ConnectionProblem.FOLDER_REFUSED, NOW);

        assertThat(followed.points()).isEqualTo(Map.of(followed.inbox().id(), POINT));
        assertThat(followed.health()).extracting(FolderHealth::past).containsExactly(
                new Past.Failed(
                        ConnectionProblem.FOLDER_REFUSED, NOW.plusSeconds(2), new Past.Succeeded(NOW)),
                new Past.Failed(ConnectionProblem.FOLDER_REFUSED, NOW, new Past.None()));
    }

    @Test
    default void success_ends_a_problem() {
        var followed = Followed.in(world());
        followed.failed(followed.inbox(), ConnectionProblem.FOLDER_REFUSED, NOW);

        followed.caughtUp(followed.inbox(), POINT, 0, NOW.plusSeconds(1));

        assertThat(followed.health().getFirst().past()).isEqualTo(new Past.Succeeded(NOW.plusSeconds(1)));
    }

    @Test
    default void notes_how_fast_messages_come_in() {
        var followed = Followed.in(world());

        followed.run(() -> world().folders().pace(followed.account().id(), followed.inbox().id(), 1_234.5));

        assertThat(followed.health().getFirst().perSecond()).isEqualTo(1_234.5);
    }

    @Test
    default void counts_what_a_folder_shows() {
        var followed = Followed.in(world());

        followed.run(() -> {
            world().changes().move(followed.account().id(), List.of(followed.email().id()),
                    List.of(followed.inbox().id()), followed.work().id());
            world().mail().settle(followed.account().id(), Set.of(followed.email().id()));
        });

        assertThat(followed.health()).extracting(FolderHealth::stored).containsExactly(0L, 1L);
    }

    @Test
    default void forgets_with_the_folder() {
        var followed = Followed.in(world());
        followed.caughtUp(followed.work(), POINT, 0, NOW);

        followed.run(() -> world().mail().keepMailboxes(followed.account().id(), List.of(followed.inbox())));

        assertThat(followed.points()).isEmpty();
        assertThat(followed.health()).hasSize(1);
    }

    @Test
    default void starting_over_voids_what_is_held_and_keeps_what_is_shown() {
        var followed = Followed.in(world());
        followed.caughtUp(followed.inbox(), POINT, 0, NOW);

        followed.run(() -> world().folders().startOver(followed.account().id()));

        assertThat(followed.points()).isEmpty();
        assertThat(followed.snapshot().validity()).isNotEqualTo(World.VALIDITY);
        assertThat(world().as(followed.account().owner(), () -> world().reader().email(followed.email().id())))
                .hasValueSatisfying(view -> assertThat(view.mailboxes()).containsExactly(followed.inbox().id()));
    }

    @Test
    default void what_was_started_over_ends_when_it_is_here_anew() {
        var followed = Followed.in(world());
        followed.run(() -> world().folders().startOver(followed.account().id()));
        followed.run(() -> world().folders().startOver(followed.account().id()));

        followed.run(() -> {
            world().states().place(followed.account().id(), followed.inbox().id(), World.VALIDITY,
                    Map.of(new Uid(1), new SyncStateStore.Copy(followed.email().id(), Set.of())));
            world().mail().settle(followed.account().id(), world().states().adopt(
                    followed.account().id(), followed.inbox().id(), World.VALIDITY));
        });

        assertThat(followed.snapshot())
                .isEqualTo(new MailboxSnapshot(World.VALIDITY, Map.of(new Uid(1), Set.of())));
        assertThat(followed.health().getFirst().stored()).isEqualTo(1);
    }

    @Test
    default void starting_over_does_not_lose_what_waits() {
        var followed = Followed.in(world());
        followed.run(() -> {
            world().changes().move(followed.account().id(), List.of(followed.email().id()),
                    List.of(followed.inbox().id()), followed.work().id());
            world().mail().settle(followed.account().id(), Set.of(followed.email().id()));
        });

        followed.run(() -> world().folders().startOver(followed.account().id()));

        assertThat(world().<Long>as(
                followed.account().owner(), () -> world().changes().count(followed.account().id()))).isEqualTo(1);
        assertThat(followed.health()).extracting(FolderHealth::stored).containsExactly(0L, 1L);
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var followed = Followed.in(world());
        followed.caughtUp(followed.inbox(), POINT, 0, NOW);
        var before = followed.health();
        var eve = world().somebody();
        var account = followed.account().id();
        var inbox = followed.inbox().id();
        var folders = world().folders();

        assertThat(world().as(eve, () -> folders.points(account))).isEmpty();
        assertThat(world().as(eve, () -> folders.health(account))).isEmpty();
        world().attempt(eve, () -> folders.caughtUp(account, inbox, new SyncPoint(World.VALIDITY, 1, 1, 1), 7, NOW));
        world().attempt(eve, () -> folders.unchanged(account, List.of(inbox), NOW.plusSeconds(7)));
        world().attempt(eve, () -> folders.pace(account, inbox, 7));
        world().attempt(eve, () -> folders.failed(account, inbox, ConnectionProblem.STORAGE, NOW));
        world().attempt(eve, () -> folders.startOver(account));

        assertThat(followed.health()).isEqualTo(before);
        assertThat(followed.points()).isEqualTo(Map.of(inbox, POINT));
        assertThat(followed.snapshot().validity()).isEqualTo(World.VALIDITY);
    }
}
