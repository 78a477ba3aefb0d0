package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.application.mailbox.ListLabels;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.mailbox.ListThreads;
import org.waxwing.application.mailbox.OpenEmail;
import org.waxwing.application.mailbox.OpenThread;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.world.EmailBuilder;

/**
 * How often the database is asked: as often for many rows as for one. Each use case has one transaction, and the first
 * statement in each lets its actor enter.
 */
class StatementsIT {
    private static final JpaWorld WORLD = JpaWorld.WORLD;
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    /** Somebody with accounts, an inbox in each, and mail. */
    private record Person(PersonId id, Account account, Mailbox inbox) {
        static Person withAccounts(int count) {
            var id = WORLD.somebody();
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < count; i++) accounts.add(WORLD.accountOf(id));
            var inboxes = accounts.stream().map(WORLD::inbox).toList();
            return new Person(id, accounts.getFirst(), inboxes.getFirst());
        }

        /** Conversations of one message each. */
        List<Email> conversations(int count) {
            var emails = new EmailBuilder[count];
            for (int i = 0; i < count; i++)
                emails[i] = anEmail().received(START.plusSeconds(i)).from("writer" + i + "@example.org")
                        .attached("a.txt", "text/plain");
            return WORLD.deliverAll(account, inbox, emails);
        }

        /** One conversation of that many messages. */
        List<Email> conversation(int messages) {
            var first = anEmail().received(START);
            var emails = new EmailBuilder[messages];
            emails[0] = first;
            for (int i = 1; i < messages; i++)
                emails[i] = anEmail().received(START.plusSeconds(i)).repliedTo(first)
                        .from("writer" + i + "@example.org");
            return WORLD.deliverAll(account, inbox, emails);
        }

        /** What one transaction of theirs asks. */
        List<String> asked(Runnable work) {
            return HeardConnections.during(() -> WORLD.run(id, work));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void a_window_of_a_list_is_one_question(int conversations) {
        var person = Person.withAccounts(2);
        person.conversations(conversations);
        var query = new ListQuery(new Scope.AllAccounts(MailView.IMBOX), false, ListPosition.START, 50);
        var threads = new ListThreads(WORLD.transactions(), WORLD.reader());
        var emails = new ListEmails(WORLD.transactions(), WORLD.reader());

        assertThat(HeardConnections.during(() -> threads.list(person.id(), query))).hasSize(2);
        assertThat(HeardConnections.during(() -> emails.list(person.id(), new ListEmails.Wanted.Listed(query))))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void folders_and_counts_are_three_questions_for_any_number_of_accounts(int accounts) {
        var person = Person.withAccounts(accounts);
        var use = new ListMailboxes(WORLD.transactions(), WORLD.reader());

        assertThat(HeardConnections.during(() -> use.list(person.id()))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void accounts_and_their_states_are_two_questions(int accounts) {
        var person = Person.withAccounts(accounts);

        assertThat(person.asked(() -> {
            assertThat(WORLD.accounts().all()).hasSize(accounts);
            assertThat(WORLD.statuses().all()).hasSize(accounts);
        })).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void a_conversation_is_three_questions_however_long_it_is(int messages) {
        var person = Person.withAccounts(1);
        var thread = person.conversation(messages).getFirst().thread();
        var use = new OpenThread(WORLD.transactions(), WORLD.reader(), WORLD.book());

        assertThat(HeardConnections.during(() -> assertThat(use.open(person.id(), thread).orElseThrow().thread()
                .messages()).hasSize(messages))).hasSize(4);
    }

    @Test
    void a_message_and_the_labels_are_one_question_each() {
        var person = Person.withAccounts(3);
        var email = person.conversation(1).getFirst().id();
        var open = new OpenEmail(WORLD.transactions(), WORLD.reader());
        var labels = new ListLabels(WORLD.transactions(), WORLD.reader());

        assertThat(HeardConnections.during(() -> open.open(person.id(), email))).hasSize(2);
        assertThat(HeardConnections.during(() -> labels.list(person.id()))).hasSize(2);
        assertThat(person.asked(() -> WORLD.reader().html(email))).hasSize(2);
    }

    /** Marking and moving, with everything that is counted, and the note for undoing it. */
    @Test
    void a_deed_asks_as_often_for_fifty_conversations_as_for_one() {
        var one = deed(1);
        var fifty = deed(50);

        assertThat(fifty).containsExactlyElementsOf(one);
        assertThat(one).hasSizeLessThanOrEqualTo(24);
    }

    private static List<String> deed(int conversations) {
        var person = Person.withAccounts(1);
        var account = person.account().id();
        var archive = WORLD.folder(person.account(), MailboxRole.ARCHIVE, "Archive");
        var emails = person.conversations(conversations);
        var threads = new HashSet<>(emails.stream().map(Email::thread).toList());
        return person.asked(() -> {
            var found = WORLD.scope().find(threads, Set.of());
            assertThat(found).hasSize(conversations);
            Set<EmailId> ids = new HashSet<>(emails.stream().map(Email::id).toList());
            assertThat(WORLD.changes().mark(account, ids, Keyword.SEEN, true)).hasSize(conversations);
            assertThat(WORLD.changes().move(account, ids, List.of(person.inbox().id()), archive.id()))
                    .containsOnly(Map.entry(person.inbox().id(), ids));
            WORLD.mail().settle(account, ids);
            WORLD.actions().record(
                    new ActionId(UUID.randomUUID()), person.id(),
                    new ActionLog.Story("archive", "", conversations, List.of()),
                    List.of(new ActionLog.Entry.Marked(account, Keyword.SEEN, true, ids),
                            new ActionLog.Entry.Moved(account, person.inbox().id(), archive.id(), ids)),
                    START, START.plusSeconds(60), START.minusSeconds(60));
        });
    }
}
