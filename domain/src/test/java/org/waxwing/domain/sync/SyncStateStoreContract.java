package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;
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

        Map<Uid, Set<Keyword>> held(UidValidity validity, long... uids) {
            var asked = LongStream.of(uids).mapToObj(Uid::new).toList();
            return as(() -> store().held(account.id(), folder.id(), validity, asked));
        }

        Map<String, EmailId> called(String... names) {
            return as(() -> store().called(account.id(), Set.of(names)));
        }

        /** Messages that arrive, each in a conversation of its own. */
        void arrive(SyncStateStore.Newcomer... newcomers) {
            var joined = new Threading.Joined(
                    Stream.of(newcomers).map(it -> it.email().thread()).toList(), Map.of(), Map.of());
            world.run(account.owner(), () -> store().arrive(
                    account.id(), folder.id(), OLD, List.of(newcomers), joined));
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
    default void holds_what_it_was_asked_about_and_no_more() {
        var inbox = Inbox.in(world());
        inbox.place(NEW, 1, inbox.first(), Keyword.FLAGGED);

        assertThat(inbox.held(OLD, 1, 7)).isEqualTo(Map.of(new Uid(1), Set.of()));
        assertThat(inbox.held(OLD, 1, 2)).isEqualTo(Map.of(new Uid(1), Set.of(), new Uid(2), Set.of(Keyword.SEEN)));
        assertThat(inbox.held(NEW, 1, 2)).isEqualTo(Map.of(new Uid(1), Set.of(Keyword.FLAGGED)));
        assertThat(inbox.held(OLD)).isEmpty();
    }

    @Test
    default void messages_arrive_with_their_keywords_conversations_and_names() {
        var inbox = Inbox.in(world());
        var one = anEmail().subject("one").in(new ThreadId(UUID.randomUUID())).build();
        var two = anEmail().subject("two").in(new ThreadId(UUID.randomUUID())).build();
        var marks = Set.of(Keyword.FLAGGED, new Keyword("büro"));

        inbox.arrive(
                new SyncStateStore.Newcomer(new Uid(8), marks, one, new RemoteIds("m 'one'", "")),
                new SyncStateStore.Newcomer(new Uid(9), Set.of(), two, RemoteIds.NONE));

        assertThat(inbox.snapshot().orElseThrow().messages())
                .containsEntry(new Uid(8), marks)
                .containsEntry(new Uid(9), Set.of());
        var view = inbox.as(() -> world().reader().email(one.id())).orElseThrow();
        assertThat(view.mailboxes()).containsExactly(inbox.folder().id());
        assertThat(view.keywords()).isEqualTo(marks);
        assertThat(view.thread()).isEqualTo(one.thread());
        assertThat(view.headers()).isEqualTo(one.message().headers());
        assertThat(inbox.as(() -> world().mail().alreadyStored(inbox.account().id(), Set.of(two.source()))))
                .isEqualTo(Map.of(two.source(), two.id()));
    }

    @Test
    default void finds_messages_by_what_the_server_calls_them() {
        var inbox = Inbox.in(world());
        var one = anEmail().build();
        var two = anEmail().build();
        inbox.arrive(
                new SyncStateStore.Newcomer(new Uid(8), Set.of(), one, new RemoteIds("m1", "")),
                new SyncStateStore.Newcomer(new Uid(9), Set.of(), two, RemoteIds.NONE));

        assertThat(inbox.called("m1", "m2")).isEqualTo(Map.of("m1", one.id()));
        assertThat(inbox.called()).isEmpty();
        assertThat(inbox.called("")).isEmpty();
    }

    @Test
    default void does_not_find_a_message_that_is_gone_by_its_name() {
        var inbox = Inbox.in(world());
        inbox.arrive(new SyncStateStore.Newcomer(new Uid(8), Set.of(), anEmail().build(), new RemoteIds("m1", "")));

        world().empty(inbox.account(), inbox.folder());

        assertThat(inbox.called("m1")).isEmpty();
    }

    @Test
    default void names_of_accounts_are_their_own() {
        var inbox = Inbox.in(world());
        inbox.arrive(new SyncStateStore.Newcomer(new Uid(8), Set.of(), anEmail().build(), new RemoteIds("m1", "")));
        var other = world().accountOf(inbox.account().owner());

        assertThat(inbox.as(() -> inbox.store().called(other.id(), Set.of("m1")))).isEmpty();
    }

    @Test
    default void nobody_arriving_is_no_trouble() {
        var inbox = Inbox.in(world());
        var before = inbox.snapshot();

        inbox.arrive();

        assertThat(inbox.snapshot()).isEqualTo(before);
    }

    @Test
    default void messages_that_arrive_under_another_validity_wait_to_be_adopted() {
        var inbox = Inbox.in(world());
        var email = anEmail().build();

        world().run(inbox.account().owner(), () -> inbox.store().arrive(
                inbox.account().id(), inbox.folder().id(), NEW,
                Set.of(new SyncStateStore.Newcomer(new Uid(5), Set.of(), email, RemoteIds.NONE)),
                new Threading.Joined(List.of(email.thread()), Map.of(), Map.of())));

        assertThat(inbox.snapshot().orElseThrow().messages()).doesNotContainKey(new Uid(5));
        assertThat(inbox.held(NEW, 5)).containsOnlyKeys(new Uid(5));
        assertThat(inbox.as(() -> world().reader().email(email.id()))).isPresent();
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
        inbox.arrive(new SyncStateStore.Newcomer(new Uid(8), Set.of(), anEmail().build(), new RemoteIds("m1", "")));
        var before = inbox.snapshot();
        var eve = world().somebody();
        var account = inbox.account().id();
        var folder = inbox.folder().id();

        assertThat(world().as(eve, () -> inbox.store().snapshot(account, folder))).isEmpty();
        assertThat(world().as(eve, () -> inbox.store().held(account, folder, OLD, Set.of(new Uid(1))))).isEmpty();
        assertThat(world().as(eve, () -> inbox.store().called(account, Set.of("m1")))).isEmpty();
        var hers = anEmail().build();
        world().attempt(eve, () -> inbox.store().arrive(account, folder, OLD,
                Set.of(new SyncStateStore.Newcomer(new Uid(9), Set.of(), hers, new RemoteIds("m9", ""))),
                new Threading.Joined(List.of(hers.thread()), Map.of(), Map.of())));
        assertThat(inbox.called("m9")).isEmpty();
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
