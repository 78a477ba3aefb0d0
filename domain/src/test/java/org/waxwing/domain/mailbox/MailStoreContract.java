package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What every {@link MailStore} does; what it keeps is looked at through the world's reader. */
public interface MailStoreContract {
    World world();

    @Test
    default void an_account_begins_without_folders() {
        var account = world().accountOf(world().somebody());

        assertThat(world().as(account.owner(), () -> world().mail().mailboxes(account.id()))).isEmpty();
    }

    @Test
    default void lists_folders_by_role_then_path() {
        var office = Office.in(world());
        var trash = office.folder(MailboxRole.TRASH, "Bin");
        var sent = office.folder(MailboxRole.SENT, "Sent");
        var zoo = office.folder(MailboxRole.NONE, "Zoo");
        var alps = office.folder(MailboxRole.NONE, "Alps/Été & 'Co' \"%_\\");
        var names = new Mailbox(new MailboxId(UUID.randomUUID()), office.account().id(), "Names", '.',
                MailboxRole.NONE, false);
        var flat = new Mailbox(new MailboxId(UUID.randomUUID()), office.account().id(), "Flat", '\0',
                MailboxRole.JUNK, true);

        office.keep(zoo, trash, office.inbox(), names, flat, alps, sent);

        assertThat(office.mailboxes()).containsExactly(office.inbox(), sent, alps, names, zoo, flat, trash);
    }

    @Test
    default void renames_a_folder_with_what_it_shows() {
        var office = Office.in(world());
        var work = office.folder(MailboxRole.NONE, "Work");
        office.keep(office.inbox(), work);
        var email = world().deliver(office.account(), work, anEmail());
        var renamed = new Mailbox(work.id(), work.account(), "Old/Work", '/', MailboxRole.ARCHIVE, true);

        office.keep(office.inbox(), renamed);

        assertThat(office.mailboxes()).containsExactly(office.inbox(), renamed);
        assertThat(office.view(email.id()).orElseThrow().mailboxes()).containsExactly(work.id());
    }

    @Test
    default void lets_two_folders_swap_names() {
        var office = Office.in(world());
        var one = office.folder(MailboxRole.NONE, "One");
        var two = office.folder(MailboxRole.NONE, "Two");
        office.keep(one, two);
        var newOne = new Mailbox(two.id(), two.account(), "One", '/', MailboxRole.NONE, true);
        var newTwo = new Mailbox(one.id(), one.account(), "Two", '/', MailboxRole.NONE, true);

        office.keep(newOne, newTwo);

        assertThat(office.mailboxes()).containsExactly(newOne, newTwo);
    }

    @Test
    default void removes_folders_with_their_copies_and_what_no_other_folder_shows() {
        var office = Office.in(world());
        var work = office.folder(MailboxRole.NONE, "Work");
        office.keep(office.inbox(), work);
        var onlyThere = world().deliver(office.account(), work, anEmail());
        var inBoth = office.deliver(anEmail());
        world().show(office.account(), work, inBoth.id());

        office.keep(office.inbox());

        assertThat(office.mailboxes()).containsExactly(office.inbox());
        assertThat(office.view(onlyThere.id())).isEmpty();
        assertThat(office.view(inBoth.id()).orElseThrow().mailboxes()).containsExactly(office.inbox().id());
        assertThat(office.as(() -> world().states().snapshot(office.account().id(), work.id()))).isEmpty();
    }

    @Test
    default void leaves_the_folders_of_other_accounts_alone() {
        var office = Office.in(world());
        var other = world().accountOf(office.account().owner());
        var others = world().inbox(other);

        office.keep();

        assertThat(office.mailboxes()).isEmpty();
        assertThat(world().as(other.owner(), () -> world().mail().mailboxes(other.id()))).containsExactly(others);
    }

    @Test
    default void knows_what_is_stored_by_its_source() {
        var office = Office.in(world());
        var email = office.deliver(anEmail());
        var unknown = anEmail().build();

        var stored = office.as(() -> office.store()
                .alreadyStored(office.account().id(), Set.of(email.source(), unknown.source())));

        assertThat(stored).isEqualTo(Map.of(email.source(), email.id()));
        assertThat(office.as(() -> office.store().alreadyStored(office.account().id(), Set.of()))).isEmpty();
    }

    @Test
    default void stores_the_same_source_for_each_account_apart() {
        var office = Office.in(world());
        var other = world().accountOf(office.account().owner());
        var mail = anEmail();
        var email = office.deliver(mail);

        var stored = office.as(() -> world().mail().alreadyStored(other.id(), Set.of(email.source())));

        assertThat(stored).isEmpty();
    }

    @Test
    default void tells_what_stored_messages_say_and_leaves_out_others() {
        var office = Office.in(world());
        var first = office.deliver(anEmail().named("a@example.org", "b@example.org").inReplyTo("c@example.org")
                .references("d@example.org", "c@example.org").subject("Ünï 🦆 'q' \"d\" \\ %_ {}")
                .from("Bob <bob@example.org>", "carol@example.org").to("x@example.org", "x@example.org")
                .cc("c@example.org").bcc("b@example.org").replyTo("r@example.org")
                .received("2026-03-01T09:00:00.123456Z"));
        var second = office.deliver(anEmail().unnamed().from().to());

        var headers = office.as(() -> office.store().headers(office.account().id(),
                List.of(first.id(), second.id(), new EmailId(UUID.randomUUID()))));

        assertThat(headers).isEqualTo(
                Map.of(first.id(), first.message().headers(), second.id(), second.message().headers()));
    }

    @Test
    default void tells_which_messages_a_folder_of_a_role_shows() {
        var office = Office.in(world());
        var sent = world().folder(office.account(), MailboxRole.SENT, "Sent");
        var written = anEmail();
        world().deliverAll(office.account(), sent, written);
        var received = office.deliver(anEmail());

        var those = List.of(written.id(), received.id(), new EmailId(UUID.randomUUID()));
        assertThat(office.as(() -> office.store().shownIn(office.account().id(), those, MailboxRole.SENT)))
                .containsExactly(written.id());
        assertThat(office.as(() -> office.store().shownIn(office.account().id(), those, MailboxRole.TRASH))).isEmpty();
    }

    @Test
    default void knows_the_conversation_of_every_id_that_was_named() {
        var office = Office.in(world());
        var email = office.deliver(anEmail().named("own@example.org").inReplyTo("parent@example.org")
                .references("root@example.org"));

        var known = office.threadsOf("own@example.org", "parent@example.org", "root@example.org", "no@example.org");

        assertThat(known).isEqualTo(Map.of(
                "own@example.org", email.thread(),
                "parent@example.org", email.thread(),
                "root@example.org", email.thread()));
        assertThat(office.threadOf(email)).isEqualTo(email.thread());
    }

    @Test
    default void tells_ids_apart_as_they_are_written() {
        var office = Office.in(world());
        office.deliver(anEmail().named("CaSe@example.org"));

        assertThat(office.threadsOf("case@example.org")).isEmpty();
    }

    @Test
    default void joins_conversations_that_turn_out_to_be_one() {
        var office = Office.in(world());
        var first = office.deliver(anEmail().named("a@example.org").references("a0@example.org"));
        var second = office.deliver(anEmail().named("b@example.org").references("b0@example.org"));

        var link = office.deliver(anEmail().named("c@example.org").references("a@example.org", "b@example.org"));

        assertThat(List.of(office.threadOf(first), office.threadOf(second))).containsOnly(link.thread());
        assertThat(new HashSet<>(office.threadsOf("a@example.org", "a0@example.org", "b@example.org", "b0@example.org",
                "c@example.org").values())).containsExactly(link.thread());
        var ended = link.thread().equals(first.thread()) ? second.thread() : first.thread();
        assertThat(office.as(() -> world().reader().thread(ended))).isEmpty();
        assertThat(office.as(() -> world().reader().thread(link.thread())).orElseThrow().messages()).hasSize(3);
    }

    @Test
    default void joins_conversations_under_an_id_that_is_new() {
        var office = Office.in(world());
        var first = office.deliver(anEmail().named("a@example.org"));
        var fresh = new ThreadId(UUID.randomUUID());
        var never = new ThreadId(UUID.randomUUID());
        var link = anEmail().named("b@example.org").inReplyTo("a@example.org").in(fresh);
        var joined = new Threading.Joined(
                List.of(fresh),
                Map.of(first.thread(), fresh, never, fresh),
                Map.of(tie("a@example.org"), fresh, tie("b@example.org"), fresh));

        world().run(office.account().owner(), () -> world().states().arrive(
                office.account().id(), office.inbox().id(), World.VALIDITY,
                List.of(new SyncStateStore.Newcomer(new Uid(2), Set.of(), link.build(), RemoteIds.NONE)), joined));

        assertThat(office.threadOf(first)).isEqualTo(fresh);
        assertThat(office.threadsOf("a@example.org")).containsEntry("a@example.org", fresh);
        assertThat(office.as(() -> world().reader().thread(fresh)).orElseThrow().messages()).hasSize(2);
    }

    @Test
    default void keeps_conversations_of_accounts_apart() {
        var office = Office.in(world());
        office.deliver(anEmail().named("a@example.org"));
        var other = world().accountOf(office.account().owner());

        var known = office.as(() -> world().mail().threadsOf(other.id(), Set.of(tie("a@example.org"))));

        assertThat(known).isEmpty();
    }

    @Test
    default void knows_the_conversations_of_messages_that_are_alike() {
        var office = Office.in(world());
        var lunch = anEmail().subject("Lunch on Monday");
        var first = office.deliver(lunch);
        var second = office.deliver(anEmail().subject("Lunch on Monday"));
        office.deliver(anEmail().subject("Lunch on Tuesday"));
        var likeness = Likeness.of(lunch.headers()).orElseThrow();

        var alike = office.threadsLike(lunch.headers(), anEmail().subject("Never heard of").headers());

        assertThat(alike).isEqualTo(Map.of(likeness, Set.of(first.thread(), second.thread())));
        assertThat(office.as(() -> office.store().threadsLike(office.account().id(), Set.of()))).isEmpty();
    }

    @Test
    default void finds_nothing_alike_in_conversations_that_the_provider_knows() {
        var office = Office.in(world());
        office.deliver(anEmail());
        var lunch = anEmail().subject("Lunch on Monday");
        var email = lunch.build();
        var theirs = Tie.ofRemoteThread("t1");

        world().run(office.account().owner(), () -> world().states().arrive(
                office.account().id(), office.inbox().id(), World.VALIDITY,
                List.of(new SyncStateStore.Newcomer(new Uid(2), Set.of(), email, new RemoteIds("m1", "t1"))),
                new Threading.Joined(List.of(email.thread()), Map.of(), Map.of(theirs, email.thread()))));

        assertThat(office.threadsLike(lunch.headers())).isEmpty();
        assertThat(office.as(() -> office.store().threadsOf(office.account().id(), Set.of(theirs))))
                .isEqualTo(Map.of(theirs, email.thread()));
    }

    @Test
    default void an_answer_that_names_nothing_joins_what_is_alike_for_good() {
        var office = Office.in(world());
        var first = office.deliver(anEmail().subject("Lunch on Monday"));
        var answer = office.deliver(anEmail().subject("Re: Lunch on Monday"));

        var later = office.deliver(anEmail().subject("Lunch on Monday"));

        assertThat(List.of(office.threadOf(first), office.threadOf(answer))).containsOnly(office.threadOf(later));
    }

    @Test
    default void what_is_not_there_any_more_is_not_alike() {
        var office = Office.in(world());
        var lunch = anEmail().subject("Lunch on Monday");
        office.deliver(lunch);

        world().empty(office.account(), office.inbox());

        assertThat(office.threadsLike(lunch.headers())).isEmpty();
    }

    @Test
    default void keeps_folders_that_the_server_has_not_heard_of() {
        var office = Office.in(world());
        var plans = office.folder(MailboxRole.NONE, "Plans");
        world().run(office.account().owner(), () -> world().folderQueue().create(plans));

        office.keep(office.inbox());

        assertThat(office.mailboxes()).containsExactly(office.inbox());
        assertThat(office.seen()).containsExactly(office.inbox(), plans);
    }

    @Test
    default void keeps_a_name_that_the_server_has_not_heard_of() {
        var office = Office.in(world());
        var work = office.folder(MailboxRole.NONE, "Work");
        office.keep(office.inbox(), work);
        world().run(office.account().owner(),
                () -> world().folderQueue().rename(office.account().id(), work.id(), "Play"));

        office.keep(office.inbox(), work);

        assertThat(office.mailboxes()).containsExactly(office.inbox(), work);
        assertThat(office.seen()).extracting(Mailbox::path).containsExactly("INBOX", "Play");
    }

    @Test
    default void a_message_carries_the_keywords_of_all_its_copies() {
        var office = Office.in(world());
        var work = world().folder(office.account(), MailboxRole.NONE, "Work");
        var email = office.deliver(anEmail().marked(Keyword.SEEN));

        world().show(office.account(), work, email.id(), Keyword.FLAGGED, new Keyword("urgent"));

        assertThat(office.view(email.id()).orElseThrow().keywords())
                .containsExactlyInAnyOrder(Keyword.SEEN, Keyword.FLAGGED, new Keyword("urgent"));
    }

    @Test
    default void a_message_loses_the_keywords_of_a_copy_that_went() {
        var office = Office.in(world());
        var work = world().folder(office.account(), MailboxRole.NONE, "Work");
        var email = office.deliver(anEmail().marked(Keyword.SEEN));
        world().show(office.account(), work, email.id(), Keyword.FLAGGED);

        world().empty(office.account(), work);

        assertThat(office.view(email.id()).orElseThrow().keywords()).containsExactly(Keyword.SEEN);
    }

    @Test
    default void removes_a_message_that_no_folder_shows_any_more() {
        var office = Office.in(world());
        var email = office.deliver(anEmail().named("a@example.org"));

        world().empty(office.account(), office.inbox());

        assertThat(office.view(email.id())).isEmpty();
        assertThat(office.as(() -> world().reader().thread(email.thread()))).isEmpty();
        assertThat(office.as(() -> office.store().alreadyStored(office.account().id(), Set.of(email.source()))))
                .isEmpty();
        assertThat(office.as(() -> office.store().headers(office.account().id(), Set.of(email.id())))).isEmpty();
    }

    @Test
    default void keeps_the_rest_of_a_conversation_when_one_message_goes() {
        var office = Office.in(world());
        var work = world().folder(office.account(), MailboxRole.NONE, "Work");
        var first = anEmail();
        var kept = office.deliver(first);
        var gone = world().deliver(office.account(), work, anEmail().repliedTo(first));

        world().empty(office.account(), work);

        assertThat(office.view(gone.id())).isEmpty();
        assertThat(office.as(() -> world().reader().thread(kept.thread())).orElseThrow().messages()).hasSize(1);
    }

    @Test
    default void a_message_that_comes_back_finds_its_conversation_again() {
        var office = Office.in(world());
        var first = anEmail();
        office.deliver(first);
        var reply = office.deliver(anEmail().repliedTo(first));
        world().empty(office.account(), office.inbox());

        var back = office.deliver(anEmail().repliedTo(first));

        assertThat(office.as(() -> world().reader().thread(back.thread())).orElseThrow().messages()).hasSize(1);
        assertThat(office.view(reply.id())).isEmpty();
    }

    @Test
    default void settles_nothing_and_unknown_messages_without_complaint() {
        var office = Office.in(world());
        var email = office.deliver(anEmail());

        office.settle(Set.of());
        office.settle(Set.of(new EmailId(UUID.randomUUID())));

        assertThat(office.view(email.id())).isPresent();
    }

    @Test
    default void takes_tens_of_thousands_of_ids_at_once() {
        var office = Office.in(world());
        var email = office.deliver(anEmail());
        var many = new HashSet<EmailId>(Set.of(email.id()));
        for (int i = 0; i < 70_000; i++) many.add(new EmailId(new UUID(7, i)));

        office.settle(many);

        assertThat(office.as(() -> office.store().threads(office.account().id(), many))).containsOnlyKeys(email.id());
    }

    @Test
    default void stores_a_batch_with_a_hundred_messages_of_every_kind() {
        var office = Office.in(world());
        var batch = new EmailBuilder[100];
        for (int i = 0; i < batch.length; i++)
            batch[i] = i % 3 == 0 ? anEmail().unnamed().text("mail " + i) : anEmail().inReplyTo("root@example.org");

        var stored = world().deliverAll(office.account(), office.inbox(), batch);

        var threads = office.as(() -> office.store()
                .threads(office.account().id(), stored.stream().map(Email::id).toList()));
        assertThat(threads).hasSize(100);
        assertThat(Set.copyOf(threads.values())).hasSize(34 + 1);
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var office = Office.in(world());
        var mail = anEmail().named("a@example.org").marked(Keyword.SEEN);
        var email = office.deliver(mail);
        var before = office.view(email.id());
        var eve = world().somebody();
        var account = office.account().id();
        Collection<EmailId> ids = Set.of(email.id());

        world().run(eve, () -> {
            assertThat(office.store().mailboxes(account)).isEmpty();
            assertThat(office.store().alreadyStored(account, Set.of(email.source()))).isEmpty();
            assertThat(office.store().threadsOf(account, Set.of(tie("a@example.org")))).isEmpty();
            assertThat(office.store().threadsLike(account, Set.of(Likeness.of(mail.headers()).orElseThrow())))
                    .isEmpty();
            assertThat(office.store().headers(account, ids)).isEmpty();
            assertThat(office.store().threads(account, ids)).isEmpty();
        });
        world().attempt(eve, () -> office.store().settle(account, Set.of(email.id())));
        world().attempt(eve, () -> office.store().keepMailboxes(account, Set.of()));
        world().attempt(eve, () -> office.store()
                .keepMailboxes(account, Set.of(office.folder(MailboxRole.NONE, "Hers"))));
        attemptToStore(eve, office);

        assertThat(office.mailboxes()).containsExactly(office.inbox());
        assertThat(office.view(email.id())).isEqualTo(before);
        assertThat(office.threadsOf("hers@example.org")).isEmpty();
        assertThat(office.threadOf(email)).isEqualTo(email.thread());
    }

    private void attemptToStore(PersonId eve, Office office) {
        var hers = anEmail().named("hers@example.org").build();
        world().attempt(eve, () -> world().states().arrive(
                office.account().id(), office.inbox().id(), World.VALIDITY,
                List.of(new SyncStateStore.Newcomer(new Uid(7), Set.of(), hers, RemoteIds.NONE)),
                new Threading.Joined(
                        List.of(hers.thread()), Map.of(),
                        Map.of(tie("hers@example.org"), hers.thread(), tie("a@example.org"), hers.thread()))));
    }

    private static Tie tie(String messageId) {
        return Tie.of(new MessageId(messageId));
    }
}
