package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.learning.Habits;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.sending.Errands;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.triage.Standing;

/**
 * Tries every table that there is, as the role that the server works with. A table that is added later is tried as
 * well: it fails here until it is protected, and until somebody has a row in it to be protected.
 */
class RowLevelSecurityIT {
    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'
            order by 1
            """;
    private static final Set<String> OF_THE_HOUSE = Set.of("account_sync", "job", "outbox");
    // The function find_email runs as the owner of the tables and has to see the words without a condition for each row,
    // or their index could not be used. The owner signs in to migrate, never to serve anybody.
    private static final Set<String> SEEN_BY_THE_OWNER = Set.of("email_search");
    private static final String REFUSED = "42501";
    private static final JpaWorld WORLD = JpaWorld.WORLD;

    /** Somebody with a row in every table. */
    private record Owner(Account account, String organisation) {
        static Owner settled(String organisation) {
            var account = WORLD.accountOf(WORLD.somebody());
            TestDatabase.change("insert into organisation (id, name) select gen_random_uuid(), '" + organisation + "'");
            TestDatabase.change("update person set organisation_id = (select id from organisation where name = '"
                    + organisation + "') where id = '" + account.owner() + "'");
            var email = WORLD.deliver(account, WORLD.inbox(account), anEmail().attached("a.txt", "text/plain")
                    .marked(new Keyword("board")));
            WORLD.run(account.owner(), () -> {
                WORLD.vault().keep(account.id(), new SignIn.Password("ada", new Secret("s3cret")));
                WORLD.book().note(account.id(), Set.of(new Correspondence(email.id(),
                        EmailAddress.of("bob@example.org"), Correspondence.Direction.RECEIVED, email.receivedAt())));
                WORLD.preferences().choose(account.owner(), Map.of(Preference.THEME, "dark"));
                WORLD.imageTrust().add(EmailAddress.of("bob@example.org"), email.receivedAt());
                teach(account.owner());
                WORLD.outbox().publish(new MailEvent.SyncWanted(account.owner(), account.id()));
            });
            sort(account, email);
            leaveTraces(account, email);
            return new Owner(account, TestDatabase.value(
                    "select id from organisation where name = '" + organisation + "'"));
        }

        /** Their mail was sorted, rules were run on it, they decided about a sender, and their organisation did. */
        private static void sort(Account account, Email email) {
            var now = Instant.parse("2026-03-01T09:00:00Z");
            WORLD.run(account.owner(), () -> {
                WORLD.sorting().keep(account.id(), Map.of(email.id(), Signs.parse("1 s=list n=1,1,1,40")));
                WORLD.decisions().decide(Set.of(new Decision("example.net", Decision.Verdict.OUT, now)));
                WORLD.decisions().decideForAll(Set.of(new Decision("example.com", Decision.Verdict.OUT, now)));
                WORLD.habits().keep(Habits.NONE);
                new JpaRuleRuns(WORLD.database()).begin(account.id(), Set.of(email.id()));
                new JpaErrandStore(WORLD.database()).add(account.id(), List.of(Errands.forward(account.id())));
                new JpaAnswerLog(WORLD.database()).begin("a rule", Set.of("bob@example.org"), now, Duration.ofDays(7));
                new JpaForwardingAddresses(WORLD.database()).keep(ForwardingAddress.asked(Errands.CAROL, "seal", now));
                WORLD.history().add(account.id(), List.of(new HistoryLine(
                        email.id(), now, HistoryLine.Engine.CLASSIFIER, "1", "category", "FEED", List.of(),
                        List.of())));
                WORLD.jobs().begin(new Job(
                        new JobId(UUID.randomUUID()), account.id(), Job.Task.SORT, "", Job.State.RUNNING, List.of(), 0,
                        1,
                        0, new ActionId(UUID.randomUUID()), now));
            });
        }

        /** They have taught something, and made a rule for themselves and one for everybody. */
        private static void teach(PersonId person) {
            WORLD.lessons().keep(new Lesson(new LessonId(UUID.randomUUID()),
                    new Lesson.Scope.OfSender("news@example.org"), Category.FEED,
                    Instant.parse("2026-03-01T09:00:00Z")));
            var organisation = WORLD.people().person(person).orElseThrow().organisation();
            for (var owner : List.of(new RuleOwner.Somebody(person), new RuleOwner.Organisation(organisation)))
                WORLD.rules().keep(RuleBook.emptyOf(owner).with(new Rule(new RuleId(UUID.randomUUID()), owner, "Star",
                        new Rule.Reach.EveryAccount(), new Condition.Always(), List.of(new Action.Star()), true,
                        false)));
        }

        /** Something was done, undone by nobody, and refused by the server; something else waits. */
        private static void leaveTraces(Account account, Email email) {
            var now = Instant.parse("2026-03-01T09:00:00Z");
            var archive = WORLD.folder(account, MailboxRole.ARCHIVE, "Archive");
            var inbox = WORLD.as(account.owner(), () -> WORLD.mail().mailboxes(account.id())).getFirst();
            WORLD.run(account.owner(), () -> {
                WORLD.changes().mark(account.id(), Set.of(email.id()), Keyword.SEEN, true);
                var seen = WORLD.changes().waiting(account.id(), 1).getFirst().position();
                WORLD.changes().refused(account.id(), Set.of(seen), RemoteChange.Refusal.OTHER, now);
                WORLD.changes().move(account.id(), Set.of(email.id()), Set.of(inbox.id()), archive.id());
                WORLD.actions().record(new ActionId(UUID.randomUUID()), account.owner(),
                        new ActionLog.Story("archive", "", 1, List.of(email.thread())), List.of(
                                new ActionLog.Entry.Moved(account.id(), inbox.id(), archive.id(), Set.of(email.id()))),
                        now, now.plusSeconds(60), now);
                WORLD.standings().stand(account.id(),
                        Standing.USUAL.on(Standing.Pile.LATER, now), Set.of(email.thread()));
                WORLD.mail().settle(account.id(), Set.of(email.id()));
            });
        }

        /** Matches rows of theirs, whatever the table: each carries one of these ids. */
        String rows() {
            return "to_jsonb(it)::text ~ '(" + account.id() + "|" + account.owner() + "|" + organisation + ")'";
        }

        String person() {
            return account.owner().toString();
        }
    }

    private static Owner ada;
    private static Owner eve;
    private static List<String> tables;

    @BeforeAll
    static void two_people_have_rows_in_every_table() {
        ada = Owner.settled("Adas");
        eve = Owner.settled("Eves");
        tables = TestDatabase.query(TABLES).stream().map(List::getFirst).toList();
    }

    @Test
    void every_table_has_row_level_security_forced_on_its_owner_too() {
        var open = TestDatabase.query("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                    and relname <> 'flyway_schema_history' and not (relrowsecurity and relforcerowsecurity)
                """);

        assertThat(tables).contains("person", "email", "outbox");
        assertThat(open).isEmpty();
    }

    @Test
    void neither_role_can_get_round_it() {
        assertThat(TestDatabase.query("""
                select rolname from pg_roles
                where rolname in ('waxwing_app', 'waxwing_owner') and not rolsuper and not rolbypassrls
                """)).hasSize(2);
        assertThat(TestDatabase.query("select tablename from pg_tables where tableowner = 'waxwing_app'")).isEmpty();
    }

    @Test
    void everybody_sees_their_own_rows_in_every_table_but_the_outbox() throws SQLException {
        try (var session = as("person", ada.person())) {
            for (var table : tables)
                assertThat(count(session, table, ada.rows()) > 0).as(table).isEqualTo(!table.equals("outbox"));
        }
        for (var table : tables)
            assertThat(TestDatabase.value("select count(*) from " + table + " it where " + ada.rows())).as(table)
                    .isNotEqualTo("0");
    }

    @Test
    void nobody_sees_a_row_of_somebody_else() throws SQLException {
        try (var session = as("person", eve.person())) {
            for (var table : tables) assertThat(count(session, table, ada.rows())).as(table).isZero();
        }
    }

    @Test
    void nobody_finds_a_row_of_somebody_else_through_a_function_that_sees_more() throws SQLException {
        var functions = TestDatabase.query("""
                select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                """);
        // the third tells numbers, and no rows
        assertThat(functions).containsExactlyInAnyOrder(
                List.of("find_email"), List.of("find_all_email"), List.of("colleagues_who_know"));
        for (var person : List.of(ada.person(), eve.person()))
            try (var session = as("person", person)) {
                assertThat(count(session, """
                        find_email('noon', false, 0::real, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 9, '{}')
                        """, "it.account_id = '" + ada.account().id() + "'"))
                        .isEqualTo(person.equals(ada.person()) ? 1 : 0);
                assertThat(count(session, "find_all_email('noon')", "it.account_id = '" + ada.account().id() + "'"))
                        .isEqualTo(person.equals(ada.person()) ? 1 : 0);
            }
    }

    @Test
    void nobody_changes_a_row_of_somebody_else() throws SQLException {
        try (var session = as("person", eve.person())) {
            for (var table : tables)
                for (var column : columns(table, "UPDATE"))
                    assertThat(attempt(session, "update " + table + " it set " + column + " = " + column + " where "
                            + ada.rows())).as("%s.%s", table, column).isIn("0", REFUSED);
        }
    }

    @Test
    void nobody_deletes_a_row_of_somebody_else() throws SQLException {
        try (var session = as("person", eve.person())) {
            for (var table : tables)
                assertThat(attempt(session, "delete from " + table + " it where " + ada.rows())).as(table)
                        .isIn("0", REFUSED);
        }
    }

    @Test
    void nobody_adds_a_row_in_the_name_of_somebody_else() throws SQLException {
        try (var session = as("person", eve.person())) {
            for (var table : tables) {
                var columns = String.join(", ", columns(table, "INSERT"));
                if (columns.isEmpty()) continue;
                var row = TestDatabase.value("select to_jsonb(it) from " + table + " it where " + ada.rows());
                assertThat(attempt(session, "insert into " + table + " (" + columns + ") select " + columns
                        + " from jsonb_populate_record(null::" + table + ", '" + row.replace("'", "''") + "')"))
                        .as(table).isEqualTo(REFUSED);
            }
        }
    }

    @Test
    void nobody_hands_a_row_to_somebody_else() throws SQLException {
        try (var session = as("person", eve.person())) {
            for (var table : tables)
                for (var column : columns(table, "UPDATE"))
                    if (column.equals("account_id"))
                        assertThat(attempt(session, "update " + table + " set account_id = '" + ada.account().id()
                                + "'")).as(table).isEqualTo(REFUSED);
        }
    }

    @Test
    void a_transaction_that_names_nobody_sees_nothing_not_even_as_the_owner_of_the_tables() throws SQLException {
        for (var role : List.of(TestDatabase.APP, TestDatabase.OWNER))
            try (var session = TestDatabase.as(role).getConnection()) {
                for (var table : tables)
                    if (!(role.equals(TestDatabase.OWNER) && SEEN_BY_THE_OWNER.contains(table)))
                        assertThat(count(session, table, "true")).as(table).isZero();
            }
    }

    @Test
    void what_the_owner_of_the_tables_sees_without_a_name_it_cannot_change() throws SQLException {
        try (var session = TestDatabase.as(TestDatabase.OWNER).getConnection()) {
            session.setAutoCommit(false);
            for (var table : SEEN_BY_THE_OWNER) {
                assertThat(attempt(session, "update " + table + " set account_id = account_id")).as(table)
                        .isEqualTo("0");
                assertThat(attempt(session, "delete from " + table)).as(table).isEqualTo("0");
            }
        }
    }

    @Test
    void the_house_sees_which_accounts_there_are_and_what_waits_or_goes_on_and_nothing_else() throws SQLException {
        try (var session = as("house", "")) {
            var softly = new SoftAssertions();
            for (var table : tables)
                softly.assertThat(count(session, table, "true") > 0).as(table)
                        .isEqualTo(OF_THE_HOUSE.contains(table));
            softly.assertAll();
        }
    }

    @Test
    void the_house_changes_nothing_but_states_of_synchronisation_and_of_jobs_and_the_outbox() throws SQLException {
        try (var session = as("house", "")) {
            for (var table : tables) {
                if (OF_THE_HOUSE.contains(table)) continue;
                for (var column : columns(table, "UPDATE"))
                    assertThat(attempt(session, "update " + table + " set " + column + " = " + column))
                            .as("%s.%s", table, column).isIn("0", REFUSED);
                // what people did more than a month ago is cleared away
                if (table.equals("mail_action")) continue;
                assertThat(attempt(session, "delete from " + table)).as(table).isIn("0", REFUSED);
            }
            assertThat(attempt(session, "delete from account_sync")).isEqualTo(REFUSED);
        }
    }

    @Test
    void an_id_that_is_none_opens_nothing() throws SQLException {
        try (var session = as("person", "house")) {
            assertThat(attempt(session, "select count(*) from email")).isEqualTo("22P02");
        }
    }

    @Test
    void nothing_is_left_for_the_next_transaction_on_the_same_connection() throws SQLException {
        try (var session = as("person", ada.person())) {
            assertThat(count(session, "email", "true")).isPositive();
            session.commit();
            assertThat(count(session, "email", "true")).isZero();
        }
    }

    @Test
    void entering_is_what_opens_a_transaction() {
        WORLD.transactions().run(Actor.of(ada.account().owner()), () -> assertThat(WORLD.database()
                .createNativeQuery("select current_setting('app.user_id') || ' ' || current_setting('app.actor')",
                        String.class)
                .getSingleResult()).isEqualTo(ada.person() + " person"));
        WORLD.transactions().run(new Actor.House(), () -> assertThat(WORLD.database()
                .createNativeQuery("select current_setting('app.user_id') || ' ' || current_setting('app.actor')",
                        String.class)
                .getSingleResult()).isEqualTo(" house"));
    }

    private static List<String> columns(String table, String privilege) {
        return TestDatabase.query("""
                select attname from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                    and attgenerated = '' and attidentity = ''
                    and has_column_privilege('waxwing_app', attrelid, attnum, '%s')
                """.formatted(table, privilege)).stream().map(List::getFirst).toList();
    }

    private static Connection as(String actor, String person) throws SQLException {
        var session = TestDatabase.as(TestDatabase.APP).getConnection();
        session.setAutoCommit(false);
        try (var statement = session.prepareStatement(
                "select set_config('app.user_id', ?, true), set_config('app.actor', ?, true)")) {
            statement.setString(1, person);
            statement.setString(2, actor);
            statement.execute();
        }
        return session;
    }

    private static long count(Connection session, String table, String condition) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + table + " it where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many rows a statement changed, or the SQL state it failed with; taken back in any case. */
    private static String attempt(Connection session, String sql) throws SQLException {
        var before = session.setSavepoint();
        try (var statement = session.createStatement()) {
            return statement.execute(sql) ? "rows" : String.valueOf(statement.getUpdateCount());
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            session.rollback(before);
        }
    }
}
