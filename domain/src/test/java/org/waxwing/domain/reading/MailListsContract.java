package org.waxwing.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What every {@link MailReader} lists and counts. */
public interface MailListsContract {
    World world();

    private static EmailBuilder at(int minute) {
        return anEmail().received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    @Test
    default void shows_nothing_to_somebody_new() {
        var ada = world().somebody();

        world().run(ada, () -> {
            assertThat(world().reader().mailboxes()).isEmpty();
            assertThat(world().reader().unread(new Scope.AllAccounts(MailView.ALL))).isZero();
            assertThat(world().reader().threads(
                    new ListQuery(new Scope.AllAccounts(MailView.ALL), false, ListPosition.START, 1)))
                    .isEqualTo(new Window<>(List.of(), false));
            assertThat(world().reader().emails(
                    new ListQuery(new Scope.AllAccounts(MailView.ALL), true, ListPosition.START, 1)))
                    .isEqualTo(new Window<>(List.of(), false));
        });
    }

    @Test
    default void counts_what_folders_hold() {
        var desk = Desk.in(world());
        var read = desk.deliver(desk.inbox(), at(1).marked(Keyword.SEEN));
        desk.deliver(desk.inbox(), at(2));
        world().show(desk.account(), desk.archive(), read.id(), Keyword.SEEN);

        var rows = desk.read(MailReader::mailboxes);

        assertThat(rows).containsExactly(
                new MailboxRow(desk.inbox(), 2, 1),
                new MailboxRow(desk.drafts(), 0, 0),
                new MailboxRow(desk.sent(), 0, 0),
                new MailboxRow(desk.archive(), 1, 0),
                new MailboxRow(desk.junk(), 0, 0),
                new MailboxRow(desk.trash(), 0, 0));
    }

    @Test
    default void shows_each_label_of_a_conversation_once_and_no_mark_of_programs() {
        var desk = Desk.in(world());
        var tender = new Keyword("tender");
        var first = at(1).marked(Keyword.SEEN, tender, new Keyword("board"), new Keyword("$forwarded"));
        var second = at(2).repliedTo(first).marked(tender, new Keyword("nonjunk"));
        desk.deliver(desk.inbox(), first);
        desk.deliver(desk.inbox(), second);

        assertThat(desk.threads(MailView.IMBOX).getFirst().labels()).containsExactly(new Keyword("board"), tender);
        assertThat(desk.read(MailReader::labels)).containsExactly(
                new AccountLabel(desk.account().id(), new Keyword("board"), 1, 0),
                new AccountLabel(desk.account().id(), tender, 1, 1));
    }

    @Test
    default void lists_what_carries_a_label() {
        var first = Desk.in(world());
        var second = Desk.of(world(), world().accountOf(first.account().owner()));
        var board = new Keyword("board");
        var opening = at(1).marked(board, Keyword.SEEN);
        var one = first.deliver(first.inbox(), opening);
        first.deliver(first.inbox(), at(5).repliedTo(opening));
        var two = second.deliver(second.archive(), at(3).marked(board));
        first.deliver(first.inbox(), at(4).marked(new Keyword("boards")));
        first.deliver(first.trash(), at(6).marked(board));
        var all = new Scope.AllLabelled(board);
        var scope = new Scope.OneLabelled(first.account().id(), board);

        assertThat(first.threads(all, false, ListPosition.START, 10).items())
                .extracting(ThreadRow::id).containsExactly(two.thread(), one.thread());
        assertThat(first.emails(all, false)).extracting(EmailView::id).containsExactly(two.id(), one.id());
        assertThat(first.emails(all, true)).extracting(EmailView::id).containsExactly(two.id());
        assertThat(first.threads(all, true, ListPosition.START, 10).items())
                .extracting(ThreadRow::id).containsExactly(two.thread());
        assertThat(first.threads(scope, false, ListPosition.START, 10).items())
                .extracting(ThreadRow::id).containsExactly(one.thread());
        assertThat(first.emails(scope, false)).extracting(EmailView::id).containsExactly(one.id());
        assertThat(first.total(all)).isEqualTo(2);
        assertThat(first.unread(all)).isEqualTo(1);
        assertThat(first.total(scope)).isEqualTo(1);
        assertThat(first.unread(scope)).isZero();
    }

    @Test
    default void leaves_the_list_of_a_label_with_it() {
        var desk = Desk.in(world());
        var board = new Keyword("board");
        var email = desk.deliver(desk.inbox(), at(1).marked(board));
        world().show(desk.account(), desk.trash(), email.id());

        world().empty(desk.account(), desk.inbox());

        assertThat(desk.threads(new Scope.AllLabelled(board), false, ListPosition.START, 10).items()).isEmpty();
        assertThat(desk.read(MailReader::labels)).isEmpty();
    }

    @Test
    default void walks_through_a_label_without_gap_or_repeat() {
        var desk = Desk.in(world());
        var board = new Keyword("board");
        var all = new ArrayList<ThreadId>();
        for (int i = 0; i < 7; i++) all.add(desk.deliver(desk.inbox(), at(i / 3).marked(board)).thread());
        var scope = new Scope.AllLabelled(board);
        var seen = new ArrayList<ThreadId>();
        var after = ListPosition.START;
        for (var more = true; more;) {
            var window = desk.threads(scope, false, after, 2);
            window.items().forEach(row -> seen.add(row.id()));
            more = window.more();
            after = window.items().getLast().position();
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void leaves_out_of_lists_what_messages_say() {
        var desk = Desk.in(world());
        desk.deliver(desk.inbox(), at(1).text("A long story."));

        var row = desk.emails(new Scope.AllAccounts(MailView.IMBOX), false).getFirst();

        assertThat(row.text()).isEqualTo(UntrustedText.EMPTY);
        assertThat(row.preview().value()).isEqualTo("A long story.");
    }

    @Test
    default void counts_everything_that_a_list_holds() {
        var desk = Desk.in(world());
        desk.deliver(desk.inbox(), at(1).marked(Keyword.SEEN));
        var both = desk.deliver(desk.inbox(), at(2));
        world().show(desk.account(), desk.archive(), both.id());
        desk.deliver(desk.trash(), at(3));

        assertThat(desk.total(new Scope.AllAccounts(MailView.IMBOX))).isEqualTo(2);
        assertThat(desk.total(new Scope.AllAccounts(MailView.ALL))).isEqualTo(2);
        assertThat(desk.total(new Scope.OneMailbox(desk.trash().id()))).isEqualTo(1);
        assertThat(desk.total(new Scope.OneAccount(desk.account().id(), MailView.STARRED))).isZero();
    }

    @Test
    default void lists_the_folders_of_accounts_in_the_order_they_were_added() {
        var ada = world().somebody();
        var late = World.anAccount(ada, Instant.parse("2026-03-02T00:00:00Z"));
        var early = World.anAccount(ada, Instant.parse("2026-03-01T00:00:00Z"));
        world().run(ada, () -> {
            world().accounts().add(late);
            world().accounts().add(early);
        });
        var lateInbox = world().inbox(late);
        var earlyTrash = world().folder(early, MailboxRole.TRASH, "Bin");
        var earlyInbox = world().inbox(early);

        var rows = world().as(ada, world().reader()::mailboxes);

        assertThat(rows).extracting(MailboxRow::mailbox).containsExactly(earlyInbox, earlyTrash, lateInbox);
    }

    @Test
    default void shows_a_conversation_as_a_row() {
        var desk = Desk.in(world());
        var first = at(1).subject("Lunch").from("Bob <bob@example.org>").marked(Keyword.SEEN, Keyword.FLAGGED);
        var second = at(2).repliedTo(first).from("Carol <carol@example.org>").text("Second").attached("menu.pdf",
                "application/pdf");
        var third = at(3).repliedTo(second).from("Bob <bob@example.org>").text("> quoted\nThird, really");
        world().deliverAll(desk.account(), desk.inbox(), third, first, second);

        var row = desk.threads(MailView.IMBOX).getFirst();

        assertThat(row).isEqualTo(new ThreadRow(
                row.id(),
                desk.account().id(),
                new UntrustedText("Lunch"),
                new UntrustedText("Third, really"),
                List.of(new EmailAddress(new UntrustedText("Bob"), "bob@example.org"),
                        new EmailAddress(new UntrustedText("Carol"), "carol@example.org")),
                3,
                2,
                true,
                true,
                List.of(),
                third.receivedAt()));
    }

    @Test
    default void names_at_most_six_participants_latest_first() {
        var desk = Desk.in(world());
        var first = at(0).from("p0@example.org");
        desk.deliver(desk.inbox(), first);
        for (int i = 1; i < 9; i++)
            desk.deliver(desk.inbox(), at(i).repliedTo(first).from("p" + i + "@example.org"));

        var row = desk.threads(MailView.IMBOX).getFirst();

        assertThat(row.participants()).extracting(EmailAddress::address).containsExactly("p8@example.org",
                "p7@example.org", "p6@example.org", "p5@example.org", "p4@example.org", "p3@example.org");
    }

    @Test
    default void names_whom_sent_mail_and_drafts_go_to() {
        var desk = Desk.in(world());
        desk.deliver(desk.sent(), at(1).from("ada@example.org").to("Dan <dan@example.org>"));
        desk.deliver(desk.drafts(), at(1).from("ada@example.org").to("erin@example.org"));

        assertThat(desk.threads(MailView.SENT).getFirst().participants())
                .extracting(EmailAddress::address).containsExactly("dan@example.org");
        assertThat(desk.threads(MailView.DRAFTS).getFirst().participants())
                .extracting(EmailAddress::address).containsExactly("erin@example.org");
    }

    @Test
    default void lists_conversations_latest_first() {
        var desk = Desk.in(world());
        var old = at(1);
        var oldThread = desk.deliver(desk.inbox(), old).thread();
        var other = desk.deliver(desk.inbox(), at(2)).thread();
        var before = desk.threadIds(MailView.IMBOX);

        desk.deliver(desk.inbox(), at(3).repliedTo(old));

        assertThat(before).containsExactly(other, oldThread);
        assertThat(desk.threadIds(MailView.IMBOX)).containsExactly(oldThread, other);
    }

    @Test
    default void puts_messages_into_views_by_what_their_folders_are_for() {
        var desk = Desk.in(world());
        var inbox = desk.deliver(desk.inbox(), at(1));
        var draft = desk.deliver(desk.drafts(), at(2));
        var sent = desk.deliver(desk.sent(), at(3));
        var archived = desk.deliver(desk.archive(), at(4).marked(Keyword.FLAGGED));
        var spam = desk.deliver(desk.junk(), at(5).marked(Keyword.FLAGGED));
        var trash = desk.deliver(desk.trash(), at(6).marked(Keyword.FLAGGED));

        assertThat(desk.emails(MailView.IMBOX)).containsExactly(inbox.id());
        assertThat(desk.emails(MailView.DRAFTS)).containsExactly(draft.id());
        assertThat(desk.emails(MailView.SENT)).containsExactly(sent.id());
        assertThat(desk.emails(MailView.ARCHIVE)).containsExactly(archived.id());
        assertThat(desk.emails(MailView.SPAM)).containsExactly(spam.id());
        assertThat(desk.emails(MailView.TRASH)).containsExactly(trash.id());
        assertThat(desk.emails(MailView.STARRED)).containsExactly(archived.id());
        assertThat(desk.emails(MailView.ALL)).containsExactly(archived.id(), sent.id(), draft.id(), inbox.id());
        assertThat(desk.threadIds(MailView.IMBOX)).containsExactly(inbox.thread());
        assertThat(desk.threadIds(MailView.DRAFTS)).containsExactly(draft.thread());
        assertThat(desk.threadIds(MailView.SENT)).containsExactly(sent.thread());
        assertThat(desk.threadIds(MailView.ARCHIVE)).containsExactly(archived.thread());
        assertThat(desk.threadIds(MailView.SPAM)).containsExactly(spam.thread());
        assertThat(desk.threadIds(MailView.TRASH)).containsExactly(trash.thread());
        assertThat(desk.threadIds(MailView.STARRED)).containsExactly(archived.thread());
        assertThat(desk.threadIds(MailView.ALL))
                .containsExactly(archived.thread(), sent.thread(), draft.thread(), inbox.thread());
    }

    @Test
    default void a_message_in_an_own_folder_is_in_the_view_of_everything_alone() {
        var desk = Desk.in(world());
        var own = world().folder(desk.account(), MailboxRole.NONE, "Own");
        var email = desk.deliver(own, at(1));

        for (var view : MailView.values())
            assertThat(desk.emails(view)).as(view.name())
                    .isEqualTo(view == MailView.ALL ? List.of(email.id()) : List.of());
    }

    @Test
    default void a_message_in_several_folders_is_listed_once() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1));
        world().show(desk.account(), desk.archive(), email.id());
        world().show(desk.account(), desk.inbox(), email.id());

        assertThat(desk.emails(MailView.ALL)).containsExactly(email.id());
        assertThat(desk.emails(MailView.IMBOX)).containsExactly(email.id());
        assertThat(desk.threadIds(MailView.IMBOX)).containsExactly(email.thread());
        assertThat(desk.threads(MailView.IMBOX).getFirst().messageCount()).isEqualTo(1);
        assertThat(desk.read(MailReader::mailboxes).getFirst().total()).isEqualTo(1);
        assertThat(desk.email(email.id()).orElseThrow().mailboxes())
                .containsExactlyInAnyOrder(desk.inbox().id(), desk.archive().id());
    }

    @Test
    default void a_conversation_is_in_every_view_that_one_of_its_messages_is_in() {
        var desk = Desk.in(world());
        var first = at(1);
        var thread = desk.deliver(desk.inbox(), first).thread();
        desk.deliver(desk.sent(), at(2).repliedTo(first).from("ada@example.org").to("bob@example.org"));

        assertThat(desk.threadIds(MailView.IMBOX)).containsExactly(thread);
        assertThat(desk.threadIds(MailView.SENT)).containsExactly(thread);
        assertThat(desk.threads(MailView.IMBOX).getFirst().messageCount()).isEqualTo(2);
    }

    @Test
    default void leaves_a_view_when_its_last_message_there_goes() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1));
        world().show(desk.account(), desk.trash(), email.id());

        world().empty(desk.account(), desk.inbox());

        assertThat(desk.threadIds(MailView.IMBOX)).isEmpty();
        assertThat(desk.threadIds(MailView.ALL)).isEmpty();
        assertThat(desk.threadIds(MailView.TRASH)).containsExactly(email.thread());
    }

    @Test
    default void lists_one_folder() {
        var desk = Desk.in(world());
        desk.deliver(desk.inbox(), at(1));
        var own = world().folder(desk.account(), MailboxRole.NONE, "Own");
        var there = desk.deliver(own, at(2));
        var scope = new Scope.OneMailbox(own.id());

        assertThat(desk.emails(scope, false)).extracting(EmailView::id).containsExactly(there.id());
        assertThat(desk.threads(scope, false, ListPosition.START, 10).items())
                .extracting(ThreadRow::id).containsExactly(there.thread());
        assertThat(desk.unread(scope)).isEqualTo(1);
    }

    @Test
    default void lists_one_account_or_all() {
        var first = Desk.in(world());
        var second = Desk.of(world(), world().accountOf(first.account().owner()));
        var one = first.deliver(first.inbox(), at(1));
        var two = second.deliver(second.inbox(), at(2));

        var scope = new Scope.OneAccount(first.account().id(), MailView.IMBOX);

        assertThat(first.emails(MailView.IMBOX)).containsExactly(two.id(), one.id());
        assertThat(first.threadIds(MailView.IMBOX)).containsExactly(two.thread(), one.thread());
        assertThat(first.emails(scope, false)).extracting(EmailView::id).containsExactly(one.id());
        assertThat(first.threads(scope, false, ListPosition.START, 10).items())
                .extracting(ThreadRow::id).containsExactly(one.thread());
        assertThat(first.unread(new Scope.AllAccounts(MailView.IMBOX))).isEqualTo(2);
        assertThat(first.unread(scope)).isEqualTo(1);
    }

    @Test
    default void leaves_out_what_was_read_when_asked() {
        var desk = Desk.in(world());
        var first = at(1).marked(Keyword.SEEN);
        var half = desk.deliver(desk.inbox(), first).thread();
        var unread = desk.deliver(desk.inbox(), at(2).repliedTo(first));
        desk.deliver(desk.inbox(), at(3).marked(Keyword.SEEN));
        var scope = new Scope.AllAccounts(MailView.IMBOX);

        assertThat(desk.threads(scope, true, ListPosition.START, 10).items())
                .extracting(ThreadRow::id).containsExactly(half);
        assertThat(desk.emails(scope, true)).extracting(EmailView::id).containsExactly(unread.id());
        assertThat(desk.unread(scope)).isEqualTo(1);
    }

    @Test
    default void counts_what_is_unread_in_several_views_at_once() {
        var first = Desk.in(world());
        var second = Desk.of(world(), world().accountOf(first.account().owner()));
        first.deliver(first.inbox(), at(1));
        first.deliver(first.inbox(), at(2).marked(Keyword.SEEN));
        second.deliver(second.inbox(), at(3).marked(Keyword.FLAGGED));

        var views = List.of(MailView.IMBOX, MailView.STARRED, MailView.SPAM);
        var counts = first.read(it -> it.unreadIn(Optional.empty(), views));
        var own = first.read(it -> it.unreadIn(Optional.of(second.account().id()), views));

        assertThat(counts).isEqualTo(Map.of(MailView.IMBOX, 2L, MailView.STARRED, 1L, MailView.SPAM, 0L));
        assertThat(own).isEqualTo(Map.of(MailView.IMBOX, 1L, MailView.STARRED, 1L, MailView.SPAM, 0L));
        assertThat(first.<Map<MailView, Long>>read(it -> it.unreadIn(Optional.empty(), List.of()))).isEmpty();
    }

    @Test
    default void walks_through_conversations_without_gap_or_repeat() {
        var desk = Desk.in(world());
        var all = manyWithEqualTimes(desk).stream().map(Email::thread).toList();
        var scope = new Scope.AllAccounts(MailView.IMBOX);

        for (int limit : new int[]{1, 2, 5, 11, 12, 200}) {
            var seen = new ArrayList<ThreadId>();
            var after = ListPosition.START;
            for (var more = true; more;) {
                var window = desk.threads(scope, false, ListPosition.of(after.token()), limit);
                window.items().forEach(row -> seen.add(row.id()));
                more = window.more();
                assertThat(window.items()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
                after = window.items().getLast().position();
            }
            assertThat(seen).as("by %s", limit).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    default void walks_through_messages_without_gap_or_repeat() {
        var desk = Desk.in(world());
        var all = manyWithEqualTimes(desk).stream().map(Email::id).toList();

        for (var scope : List.of(new Scope.AllAccounts(MailView.ALL), new Scope.OneMailbox(desk.inbox().id())))
            for (int limit : new int[]{1, 4, 11, 12}) {
                var seen = new ArrayList<EmailId>();
                var after = ListPosition.START;
                for (var more = true; more;) {
                    var query = new ListQuery(scope, false, after, limit);
                    var window = desk.read(it -> it.emails(query));
                    window.items().forEach(row -> seen.add(row.id()));
                    more = window.more();
                    assertThat(window.items()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
                    after = window.items().getLast().position();
                }
                assertThat(seen).as("by %s", limit).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
            }
    }

    // eleven messages, at times to the microsecond, most of them shared by several
    private List<Email> manyWithEqualTimes(Desk desk) {
        var batch = new EmailBuilder[11];
        for (int i = 0; i < batch.length; i++)
            batch[i] = anEmail().received(Instant.parse("2026-03-01T09:00:00.000001Z").plusNanos(1_000L * (i / 4)));
        return world().deliverAll(desk.account(), desk.inbox(), batch);
    }

    @Test
    default void a_window_stays_where_it_was_when_new_mail_arrives() {
        var desk = Desk.in(world());
        var oldest = desk.deliver(desk.inbox(), at(1)).thread();
        desk.deliver(desk.inbox(), at(2));
        var scope = new Scope.AllAccounts(MailView.IMBOX);
        var first = desk.threads(scope, false, ListPosition.START, 1).items().getFirst();

        desk.deliver(desk.inbox(), at(3));
        var next = desk.threads(scope, false, first.position(), 1);

        assertThat(next.items()).extracting(ThreadRow::id).containsExactly(oldest);
        assertThat(next.more()).isFalse();
    }
}
