package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.world.World;

/** What every {@link SyncStateStore} does. */
public interface SyncStateStoreContract {
    UidValidity OLD = World.VALIDITY;
    UidValidity NEW = new UidValidity(4_294_967_295L);

    World world();

    /** An account with an inbox that shows two messages, UID 1 unread and UID 2 read. */
    record Inbox(World world, Account account, Mailbox folder, Email first, Email second) {
        static Inbox in(World world) {
            var account = world.accountOf(world.somebody());
            var folder = world.inbox(account);
            var emails = world.deliverAll(account, folder, anEmail(), anEmail().marked(Keyword.SEEN));
            return new Inbox(world, account, folder, emails.getFirst(), emails.getLast());
        }

        SyncStateStore store() {
            return world.states();
        }

        <T> T as(Supplier<T> work) {
            return world.as(account.owner(), work);
        }

        Optional<MailboxSnapshot> snapshot() {
            return as(() -> store().snapshot(account.id(), folder.id()));
        }

        void place(UidValidity validity, long uid, Email email, Keyword... marks) {
            world.run(account.owner(), () -> store().place(account.id(), folder.id(), validity,
                    Map.of(new Uid(uid), new SyncStateStore.Copy(email.id(), Set.of(marks)))));
        }
    }

    @Test
    default void holds_nothing_of_a_folder_never_synchronised() {
        var account = world().accountOf(world().somebody());
        var folder = world().inbox(account);

        var snapshot = world().as(account.owner(), () -> world().states().snapshot(account.id(), folder.id()));

        assertThat(snapshot).isEmpty();
    }

    @Test
    default void remembers_the_validity_of_an_empty_folder() {
        var account = world().accountOf(world().somebody());
        var folder = world().inbox(account);

        var touched = world().as(account.owner(), () -> world().states().adopt(account.id(), folder.id(), NEW));
        var snapshot = world().as(account.owner(), () -> world().states().snapshot(account.id(), folder.id()));

        assertThat(touched).isEmpty();
        assertThat(snapshot).contains(new MailboxSnapshot(NEW, Map.of()));
    }

    @Test
    default void gives_back_what_was_placed() {
        var inbox = Inbox.in(world());

        assertThat(inbox.snapshot()).contains(new MailboxSnapshot(
                OLD, Map.of(new Uid(1), Set.of(), new Uid(2), Set.of(Keyword.SEEN))));
    }

    @Test
    default void keeps_every_keyword_and_the_highest_uid() {
        var inbox = Inbox.in(world());
        var marks = new Keyword[]{Keyword.FLAGGED, new Keyword("büro 'x' \"y\", {z} \\ %_"), new Keyword("null")};

        inbox.place(OLD, 4_294_967_295L, inbox.first(), marks);

        assertThat(inbox.snapshot().orElseThrow().messages())
                .containsEntry(new Uid(4_294_967_295L), Set.of(marks));
    }

    @Test
    default void replaces_what_was_placed_under_the_same_uid() {
        var inbox = Inbox.in(world());

        inbox.place(OLD, 1, inbox.second(), Keyword.FLAGGED);

        assertThat(inbox.snapshot().orElseThrow().messages())
                .isEqualTo(Map.of(new Uid(1), Set.of(Keyword.FLAGGED), new Uid(2), Set.of(Keyword.SEEN)));
    }

    @Test
    default void gives_copies_other_keywords_and_tells_whose() {
        var inbox = Inbox.in(world());

        var touched = inbox.as(() -> inbox.store().remark(inbox.account().id(), inbox.folder().id(), OLD,
                Map.of(new Uid(1), Set.of(Keyword.SEEN, Keyword.ANSWERED), new Uid(2), Set.of())));

        assertThat(touched).containsExactlyInAnyOrder(inbox.first().id(), inbox.second().id());
        assertThat(inbox.snapshot().orElseThrow().messages()).isEqualTo(
                Map.of(new Uid(1), Set.of(Keyword.SEEN, Keyword.ANSWERED), new Uid(2), Set.of()));
    }

    @Test
    default void removes_copies_and_tells_of_what() {
        var inbox = Inbox.in(world());

        var touched = inbox.as(() -> inbox.store()
                .remove(inbox.account().id(), inbox.folder().id(), OLD, Set.of(new Uid(2))));

        assertThat(touched).containsExactly(inbox.second().id());
        assertThat(inbox.snapshot().orElseThrow().messages()).isEqualTo(Map.of(new Uid(1), Set.of()));
    }

    @Test
    default void changes_nothing_under_another_validity() {
        var inbox = Inbox.in(world());
        var before = inbox.snapshot();

        var remarked = inbox.as(() -> inbox.store().remark(
                inbox.account().id(), inbox.folder().id(), NEW, Map.of(new Uid(1), Set.of(Keyword.SEEN))));
        var removed = inbox.as(() -> inbox.store()
                .remove(inbox.account().id(), inbox.folder().id(), NEW, Set.of(new Uid(1))));

        assertThat(remarked).isEmpty();
        assertThat(removed).isEmpty();
        assertThat(inbox.snapshot()).isEqualTo(before);
    }

    @Test
    default void takes_tens_of_thousands_of_uids_at_once() {
        var inbox = Inbox.in(world());
        var marks = new LinkedHashMap<Uid, Set<Keyword>>();
        var gone = new LinkedHashSet<Uid>();
        for (long uid = 2; uid < 70_000; uid++) {
            marks.put(new Uid(uid), Set.of(Keyword.FLAGGED));
            gone.add(new Uid(uid));
        }

        var remarked = inbox.as(() -> inbox.store().remark(inbox.account().id(), inbox.folder().id(), OLD, marks));
        var removed = inbox.as(() -> inbox.store().remove(inbox.account().id(), inbox.folder().id(), OLD, gone));

        assertThat(remarked).containsExactly(inbox.second().id());
        assertThat(removed).containsExactly(inbox.second().id());
    }

    @Test
    default void does_nothing_when_there_is_nothing_to_do() {
        var inbox = Inbox.in(world());
        var before = inbox.snapshot();

        world().run(inbox.account().owner(), () -> {
            inbox.store().place(inbox.account().id(), inbox.folder().id(), OLD, Map.of());
            assertThat(inbox.store().remark(inbox.account().id(), inbox.folder().id(), OLD, Map.of())).isEmpty();
            assertThat(inbox.store().remove(inbox.account().id(), inbox.folder().id(), OLD, Set.of())).isEmpty();
            assertThat(inbox.store().adopt(inbox.account().id(), inbox.folder().id(), OLD)).isEmpty();
        });

        assertThat(inbox.snapshot()).isEqualTo(before);
    }

    @Test
    default void goes_on_showing_the_adopted_validity_until_another_is_adopted() {
        var inbox = Inbox.in(world());
        var before = inbox.snapshot();

        inbox.place(NEW, 7, inbox.second());

        assertThat(inbox.snapshot()).isEqualTo(before);
    }

    @Test
    default void shows_the_adopted_validity_alone_and_tells_what_the_others_showed() {
        var inbox = Inbox.in(world());
        inbox.place(NEW, 7, inbox.second());

        var touched = inbox.as(() -> inbox.store().adopt(inbox.account().id(), inbox.folder().id(), NEW));

        assertThat(touched).containsExactlyInAnyOrder(inbox.first().id(), inbox.second().id());
        assertThat(inbox.snapshot()).contains(new MailboxSnapshot(NEW, Map.of(new Uid(7), Set.of())));
    }

    @Test
    default void keeps_folders_apart() {
        var inbox = Inbox.in(world());
        var archive = world().folder(inbox.account(), MailboxRole.ARCHIVE, "Archive");
        world().show(inbox.account(), archive, inbox.first().id());

        world().empty(inbox.account(), archive);

        assertThat(inbox.snapshot().orElseThrow().messages()).containsOnlyKeys(new Uid(1), new Uid(2));
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var inbox = Inbox.in(world());
        var before = inbox.snapshot();
        var eve = world().somebody();
        var account = inbox.account().id();
        var folder = inbox.folder().id();

        assertThat(world().as(eve, () -> inbox.store().snapshot(account, folder))).isEmpty();
        assertThat(world().as(eve, () -> inbox.store()
                .remark(account, folder, OLD, Map.of(new Uid(1), Set.of(Keyword.FLAGGED))))).isEmpty();
        assertThat(world().as(eve, () -> inbox.store().remove(account, folder, OLD, Set.of(new Uid(1))))).isEmpty();
        world().attempt(eve, () -> inbox.store().place(account, folder, OLD,
                Map.of(new Uid(9), new SyncStateStore.Copy(inbox.first().id(), Set.of()))));
        world().attempt(eve, () -> inbox.store().adopt(account, folder, NEW));
        assertThat(inbox.snapshot()).isEqualTo(before);
    }

    @Test
    default void holds_nothing_of_a_folder_that_is_not_there() {
        var inbox = Inbox.in(world());

        var snapshot = inbox.as(() -> inbox.store()
                .snapshot(inbox.account().id(), new MailboxId(UUID.randomUUID())));

        assertThat(snapshot).isEmpty();
    }
}
