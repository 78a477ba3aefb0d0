package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.change.ChangeMail.Choice;
import org.waxwing.application.change.Deeds;
import org.waxwing.application.change.FolderChoice;
import org.waxwing.application.change.Stands;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.world.World;

/** Deeds on a whole mailbox at once: one transaction, seconds, and all of it undone. */
class WholeViewIT {
    // as many as somebody may have: -Dwaxwing.many=100000; by default what can be waited for in every build
    private static final int MANY = Integer.getInteger("waxwing.many", 20_000);
    // a machine that does other things at the same time; on one that does not it is a tenth of that
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JpaWorld WORLD = JpaWorld.WORLD;
    private static final Scope IMBOX = new Scope.AllAccounts(MailView.IMBOX);
    private static final FolderChoice FOLDERS = new FolderChoice(
            WORLD.reader(), WORLD.folderQueue(), UUID::randomUUID);
    private static final Deeds DEEDS = new Deeds(WORLD.transactions(), FOLDERS, WORLD.changes(), WORLD.mail(),
            new Stands(WORLD.standings()),
            new Unsort(WORLD.sorting(), WORLD.mail(), WORLD.lessons(), WORLD.decisions()), event -> {},
            (person, updates) -> {});
    private static final ChangeMail CHANGE = new ChangeMail(WORLD.transactions(), WORLD.scope(), WORLD.index(),
            FOLDERS, DEEDS, WORLD.actions(), UUID::randomUUID, Clock.systemUTC());
    private static final UndoAction UNDO = new UndoAction(
            WORLD.transactions(), WORLD.actions(), DEEDS, Clock.systemUTC());

    private static Account account;
    private static Mailbox inbox;

    @BeforeAll
    static void a_large_mailbox() {
        account = WORLD.accountOf(WORLD.somebody());
        inbox = WORLD.inbox(account);
        WORLD.folder(account, MailboxRole.ARCHIVE, "Archive");
        WORLD.run(account.owner(), () -> WORLD.states().adopt(
                account.id(), inbox.id(), World.VALIDITY));
        // four messages a conversation, one in ten unread; bodies play no part here
        for (var statement : List.of("""
                insert into email (account_id, id, thread_id, source, size, received_at, sent_at, subject, preview,
                    message_ids, in_reply_to, reference_ids, from_list, to_list, cc_list, bcc_list, reply_to_list,
                    has_html, has_attachments, keywords, listed)
                select :account, md5('e' || i)::uuid, md5('t' || i / 4)::uuid, ':account' || i, 1000,
                    timestamptz '2026-01-01' + i * interval '1 minute', now(), 'Number ' || i / 4, 'Words ' || i,
                    array['m' || i], '{}', '{}', jsonb_build_array(jsonb_build_object('name', 'Writer ' || i % 50,
                    'email', 'w' || i % 50 || '@example.org')), '[]', '[]', '[]', '[]', false, false,
                    case when i % 10 = 0 then '{}' else '{$seen}' end::text[], true
                from generate_series(0, :many - 1) i
                """, """
                insert into email_mailbox (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at,
                    unread)
                select account_id, :inbox, 1, row_number() over (order by received_at), id, keywords, received_at,
                    not seen
                from email where account_id = :account
                """, "analyze email, email_mailbox"))
            TestDatabase.change(statement.replace("':account'", "'" + account.id() + "'")
                    .replace(":account", "'" + account.id() + "'")
                    .replace(":inbox", "'" + inbox.id() + "'")
                    .replace(":many", String.valueOf(MANY)));
        var ids = TestDatabase.query("select id from email where account_id = '" + account.id() + "'").stream()
                .map(row -> new EmailId(UUID.fromString(row.getFirst())))
                .toList();
        for (int from = 0; from < ids.size(); from += 10_000) {
            var part = Set.copyOf(ids.subList(from, from + 10_000));
            WORLD.run(account.owner(), () -> WORLD.mail().settle(account.id(), part));
        }
        TestDatabase.change("analyze thread, mailbox_thread, thread_standing, pending_change");
    }

    private static ChangeMail.Result.Changed change(Deed deed, Choice choice) {
        var began = Instant.now();
        var result = CHANGE.change(account.owner(), new ChangeMail.Command(deed, choice, false));
        var took = Duration.between(began, Instant.now());
        System.out.println("WholeViewIT " + deed.title() + " took " + took.toMillis() + " ms");
        assertThat(took).isLessThan(PATIENCE);
        return (ChangeMail.Result.Changed) result;
    }

    private static void undo(ChangeMail.Result.Changed done) {
        var began = Instant.now();
        var result = UNDO.undo(account.owner(), done.action());
        var took = Duration.between(began, Instant.now());
        System.out.println("WholeViewIT undo took " + took.toMillis() + " ms");
        assertThat(took).isLessThan(PATIENCE);
        assertThat(result).isEqualTo(new UndoAction.Result.Undone(done.changed()));
    }

    private static long total(MailView view) {
        return WORLD.<Long>as(account.owner(), () -> WORLD.reader().total(new Scope.AllAccounts(view)));
    }

    private static Map<String, String> rows() {
        var all = new TreeMap<String, String>();
        for (var table : Map.of(
                "email", "id, keywords, listed", "email_mailbox",
                "mailbox_id, uid_validity, uid, email_id, keywords, unread",
                "thread", "id, unread_count, listed_at, listed_unread, place, placed_at",
                "mailbox_thread", "mailbox_id, thread_id, message_count, unread_count, risen_at, shelf, fresh",
                "thread_standing", "thread_id", "mailbox", "id, total, unread", "pending_change", "position",
                "departing_copy", "position").entrySet())
            all.put(table.getKey(), TestDatabase.value("""
                    select count(*) || ' ' || coalesce(md5(string_agg(line, ',' order by line)), '') from (
                        select concat_ws('|', %s) as line from %s where account_id = '%s') each
                    """.formatted(table.getValue(), table.getKey(), account.id())));
        return all;
    }

    @Test
    void everything_at_once_is_done_within_seconds_and_undone_to_the_last_field() {
        var before = rows();
        var all = new Choice.Listed(IMBOX, false, Set.of());

        for (var deed : List.of(
                new Deed.Archive(), new Deed.Read(), new Deed.Snooze(Instant.now().plusSeconds(86_400)),
                new Deed.PutOn(Standing.Pile.LATER), new Deed.Mute())) {
            var done = change(deed, all);

            assertThat(done.conversations()).isEqualTo(MANY / 4);
            if (!(deed instanceof Deed.Read)) assertThat(total(MailView.IMBOX)).as(deed.title()).isZero();
            undo(done);
            assertThat(rows()).as(deed.title()).isEqualTo(before);
        }
        assertThat(total(MailView.IMBOX)).isEqualTo(MANY / 4);
    }

    @Test
    void lists_stay_quick_when_most_is_put_away() {
        var done = change(new Deed.PutOn(Standing.Pile.SET_ASIDE), new Choice.Listed(IMBOX, true, Set.of()));
        TestDatabase.change("analyze thread, mailbox_thread, thread_standing");
        for (var view : List.of(MailView.IMBOX, MailView.SET_ASIDE)) {
            var query = new ListQuery(new Scope.AllAccounts(view), false, ListPosition.START, 50);
            var times = new ArrayList<Long>();
            for (int i = 0; i < 20; i++) {
                var began = System.nanoTime();
                assertThat(WORLD.as(account.owner(), () -> WORLD.reader().threads(query)).items()).hasSize(50);
                times.add((System.nanoTime() - began) / 1_000);
            }
            System.out.println("WholeViewIT " + view + " median " + times.stream().sorted().toList().get(10) + " us");
            assertThat(times.stream().sorted().toList().get(10)).isLessThan(100_000);
        }
        undo(done);
    }

    @Test
    void two_at_once_both_count() throws Exception {
        var one = CompletableFuture.supplyAsync(() -> change(
                new Deed.Star(), new Choice.Listed(new Scope.OneMailbox(inbox.id()), true, Set.of())));
        var two = CompletableFuture.supplyAsync(() -> change(
                new Deed.Read(), new Choice.Listed(new Scope.OneMailbox(inbox.id()), true, Set.of())));

        var starred = one.get();
        var read = two.get();

        assertThat(starred.changed()).isPositive();
        assertThat(read.changed()).isEqualTo(MANY / 10);
        assertThat(WORLD.<Long>as(account.owner(), () -> WORLD.reader().unread(IMBOX))).isZero();
        undo(starred);
        undo(read);
        assertThat(WORLD.<Long>as(account.owner(), () -> WORLD.reader().unread(IMBOX))).isPositive();
        assertThat(total(MailView.STARRED)).isZero();
    }

    @Test
    void what_a_search_finds_is_dealt_with_as_a_whole() {
        var other = WORLD.accountOf(account.owner());
        var box = WORLD.inbox(other);
        var folder = WORLD.folder(other, MailboxRole.ARCHIVE, "Archive");
        WORLD.run(other.owner(), () -> WORLD.states().adopt(
                other.id(), box.id(), World.VALIDITY));
        WORLD.deliverAll(other, box, anEmail().subject("Zanzibar one"), anEmail().subject("Zanzibar two"),
                anEmail().subject("Lisbon"));

        var done = change(new Deed.Archive(), new Choice.Found(SearchQuery.of("zanzibar"), Set.of()));

        assertThat(done.conversations()).isEqualTo(2);
        var query = new ListQuery(new Scope.OneMailbox(folder.id()), false, ListPosition.START, 10);
        assertThat(WORLD.as(other.owner(), () -> WORLD.reader().threads(query)).items()).hasSize(2);
        WORLD.run(other.owner(), () -> WORLD.accounts().remove(other.id()));
    }
}
