package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailStoreContract;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.mailbox.Tie;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

class JpaMailStoreIT implements MailStoreContract {
    private static final int MANY = 10_000;

    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Test
    void stores_and_lists_and_removes_ten_thousand_messages() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var emails = new EmailBuilder[MANY];
        Arrays.setAll(emails, i -> {
            var email = anEmail().subject("Number " + i)
                    .received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * i))
                    .attached("file " + i + ".txt", "text/plain");
            if (i % 4 != 0) email.references("root-" + i / 4 + "@example.org");
            return i % 10 == 0 ? email : email.marked(Keyword.SEEN);
        });

        deliver(account, inbox, emails);

        assertThat(world().as(account.owner(), () -> world().reader().mailboxes()))
                .containsExactly(new MailboxRow(inbox, MANY, MANY / 10));
        var first = threads(account, new Scope.OneMailbox(inbox.id()), false);
        assertThat(first).hasSize(ListQuery.MOST).isSortedAccordingTo(
                (a, b) -> b.lastMessageAt().compareTo(a.lastMessageAt()));
        assertThat(first.getFirst().subject().value()).isEqualTo("Number 9997");
        assertThat(TestDatabase.value("select count(*) from thread where account_id = '" + account.id() + "'"))
                .isEqualTo("5000");

        world().run(account.owner(), () -> world().accounts().remove(account.id()));

        for (var table : List.of("email", "email_body", "email_attachment", "email_mailbox", "thread", "thread_tie"))
            assertThat(TestDatabase.value(
                    "select count(*) from " + table + " where account_id = '" + account.id() + "'")).isEqualTo("0");
    }

    @Test
    void keeps_what_postgresql_cannot_as_far_as_it_can() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var huge = "duck ".repeat(400_000);
        var mail = anEmail().named("a\0b@example.org", "x".repeat(5_000)).subject("zero \0 half \uD83E " + huge)
                .from("Nil\0 <nil\0@example.org>").text("body \0 \uDD86").html("<p>\0</p>")
                .attached("file\0.txt", "text/plain").marked(new Keyword("odd\0mark"));

        var email = world().deliver(account, inbox, mail);

        var view = world().as(account.owner(), () -> world().reader().email(email.id())).orElseThrow();
        assertThat(view.headers()).isEqualTo(email.message().headers());
        assertThat(view.headers().subject().value()).hasSize(2_000).startsWith("zero");
        assertThat(view.text().value()).isEqualTo("body \uFFFD \uFFFD");
        assertThat(view.keywords()).containsExactly(new Keyword("odd\uFFFDmark"));
        assertThat(view.attachments()).isEqualTo(email.message().attachments());
        assertThat(threads(account, new Scope.AllAccounts(MailView.IMBOX), false).getFirst().participants())
                .isEqualTo(email.message().headers().from());
    }

    @Test
    void lists_a_conversation_in_two_folders_for_the_same_purpose_once() {
        var account = world().accountOf(world().somebody());
        var junk = world().folder(account, MailboxRole.JUNK, "Junk");
        var spam = world().folder(account, MailboxRole.JUNK, "Spam");
        var first = anEmail().received("2026-03-01T09:00:00Z");
        var thread = world().deliver(account, junk, first).thread();
        var other = world().deliver(account, junk, anEmail().received("2026-03-01T10:00:00Z")).thread();
        world().deliver(account, spam, anEmail().repliedTo(first).received("2026-03-01T11:00:00Z")
                .marked(Keyword.SEEN));

        assertThat(threads(account, new Scope.AllAccounts(MailView.SPAM), false)).extracting(ThreadRow::id)
                .containsExactly(thread, other);
        assertThat(threads(account, new Scope.AllAccounts(MailView.SPAM), true)).extracting(ThreadRow::id)
                .containsExactly(other, thread);
        assertThat(threads(account, new Scope.OneMailbox(junk.id()), false)).extracting(ThreadRow::id)
                .containsExactly(other, thread);
        assertThat(world().<Long>as(account.owner(), () -> world().reader()
                .unread(new Scope.AllAccounts(MailView.SPAM)))).isEqualTo(2);
    }

    @Test
    void a_folder_that_becomes_the_trash_takes_its_messages_out_of_everything() {
        var account = world().accountOf(world().somebody());
        var bin = world().folder(account, MailboxRole.NONE, "Bin");
        world().deliver(account, bin, anEmail());
        var all = new Scope.AllAccounts(MailView.ALL);
        var before = threads(account, all, false);

        world().run(account.owner(), () -> world().mail().keepMailboxes(account.id(), List.of(
                new Mailbox(bin.id(), account.id(), "Bin", '/', MailboxRole.TRASH, true))));

        assertThat(before).hasSize(1);
        assertThat(threads(account, all, false)).isEmpty();
        assertThat(threads(account, new Scope.AllAccounts(MailView.TRASH), false)).hasSize(1);
    }

    @Test
    void a_message_whose_uid_was_given_to_another_is_gone() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var first = world().deliver(account, inbox, anEmail());
        var work = world().folder(account, MailboxRole.NONE, "Work");
        var second = world().deliver(account, work, anEmail());

        world().run(account.owner(), () -> {
            world().states().place(account.id(), inbox.id(), World.VALIDITY,
                    Map.of(new Uid(1), new SyncStateStore.Copy(second.id(), Set.of())));
            world().mail().settle(account.id(), Set.of(second.id()));
        });

        assertThat(world().as(account.owner(), () -> world().reader().email(first.id()))).isEmpty();
    }

    /** With the driver set as in the server ({@code logServerErrorDetail=false}): errors are logged. */
    @Test
    void an_error_quotes_nothing_of_what_was_stored() {
        var account = world().accountOf(world().somebody());
        var mail = anEmail().subject("Secret plan").from("mole@example.org");
        var inbox = world().inbox(account);
        world().deliver(account, inbox, mail);

        var thrown = catchThrowable(() -> world().run(account.owner(), () -> world().states().arrive(
                account.id(), inbox.id(), World.VALIDITY, List.of(newcomer(2, mail.build(), mail)),
                new Threading.Joined(List.of(), Map.of(), Map.of()))));

        assertThat(thrown).isNotNull();
        for (Throwable it = thrown; it != null; it = it.getCause())
            assertThat(it.toString()).doesNotContain("Secret plan", "mole@example.org");
    }

    private List<ThreadRow> threads(Account account, Scope scope, boolean unreadOnly) {
        return world().as(account.owner(), () -> world().reader().threads(
                new ListQuery(scope, unreadOnly, ListPosition.START, ListQuery.MOST))).items();
    }

    // as a synchronisation would if its batches had no bounds
    private void deliver(Account account, Mailbox folder, EmailBuilder... emails) {
        world().run(account.owner(), () -> {
            var seekers = Arrays.stream(emails).map(it -> Threading.Seeker.of(it.headers())).toList();
            var ties = new HashSet<Tie>();
            seekers.forEach(it -> ties.addAll(Threading.ties(it)));
            var known = new Threading.Known(world().mail().threadsOf(account.id(), ties), Map.of());
            var joined = Threading.join(seekers, known, () -> new ThreadId(UUID.randomUUID()));
            var newcomers = new ArrayList<SyncStateStore.Newcomer>();
            for (int i = 0; i < emails.length; i++)
                newcomers.add(newcomer(i + 1, emails[i].in(joined.threadOf().get(i)).build(), emails[i]));
            world().states().adopt(account.id(), folder.id(), World.VALIDITY);
            world().states().arrive(account.id(), folder.id(), World.VALIDITY, newcomers, joined);
        });
    }

    private static SyncStateStore.Newcomer newcomer(long uid, Email email, EmailBuilder builder) {
        return new SyncStateStore.Newcomer(new Uid(uid), builder.marks(), email, RemoteIds.NONE);
    }
}
