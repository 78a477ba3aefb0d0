package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.screening.Acquaintance;

/** A database of the version that was shipped, with the mail of two people in it, is brought to the newest form. */
class UpgradeIT {
    private static final String SHIPPED = "9";
    private static final String NAME = "shipped";
    // what is counted: every table with rows of people
    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'
            order by 1
            """;

    /** Whose rows these are; their ids end with the same digit. */
    private record Owner(int number) {
        UUID id(String kind) {
            return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8));
        }

        PersonId person() {
            return new PersonId(id("person"));
        }

        /** The rows of one person, as the shipped version wrote them. */
        String rows() throws IOException {
            try (var in = UpgradeIT.class.getResourceAsStream("shipped-rows.sql")) {
                if (in == null) throw new IOException("There are no rows of the shipped version");
                var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (var kind : List.of("person", "account", "inbox", "archive", "first", "second", "thread", "action"))
                    sql = sql.replace(":" + kind, "'" + id(kind) + "'");
                return sql.replace("#", String.valueOf(number));
            }
        }
    }

    @Test
    void keeps_every_row_readable_by_its_owner_and_by_nobody_else() throws Exception {
        var empty = TestDatabase.empty(NAME);
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(empty)
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", TestDatabase.APP))
                .target(SHIPPED)
                .load()
                .migrate();
        var owners = List.of(new Owner(1), new Owner(2));
        for (var owner : owners) insert(owner);
        var before = counts();
        assertThat(before).containsEntry("email", 4L).containsEntry("email_search", 4L);

        DatabaseMigration.migrate(empty, TestDatabase.APP);

        assertThat(DatabaseMigration.isCurrent(empty)).isTrue();
        var after = counts();
        before.forEach((table, rows) -> assertThat(after).as(table).containsEntry(table, rows));
        assertThat(unprotected()).isEmpty();
        for (var owner : owners) readBy(owner);
        undoneBy(owners.getFirst());
    }

    private static void insert(Owner owner) throws SQLException, IOException {
        try (var connection = TestDatabase.in(NAME, TestDatabase.APP).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.user_id', '" + owner.person()
                    + "', true), set_config('app.actor', 'person', true)");
            statement.execute(owner.rows());
            connection.commit();
        }
    }

    private static void readBy(Owner owner) {
        as(owner, database -> {
            MailReader reader = new JpaMailReader(database);
            assertThat(new JpaPersonStore(database).person(owner.person()).orElseThrow().name())
                    .isEqualTo(new UntrustedText("Ada " + owner.number()));
            assertThat(new JpaAccountStore(database).all()).singleElement()
                    .satisfies(it -> assertThat(it.id()).isEqualTo(new AccountId(owner.id("account"))));
            assertThat(new JpaSyncStatusStore(database).all()).hasSize(1);
            assertThat(reader.mailboxes()).hasSize(2);
            assertThat(reader.labels()).singleElement()
                    .satisfies(it -> assertThat(it.label()).isEqualTo(new Keyword("tender")));
            assertThat(reader.unreadIn(Optional.empty(), List.of(MailView.IMBOX))).containsEntry(MailView.IMBOX, 1L);
            for (var view : List.of(MailView.IMBOX, MailView.ALL, MailView.STARRED))
                assertThat(reader.threads(new ListQuery(new Scope.AllAccounts(view), false, ListPosition.START, 50))
                        .items()).as(view.name()).singleElement().satisfies(row -> {
                            assertThat(row.id()).isEqualTo(new ThreadId(owner.id("thread")));
                            assertThat(row.subject()).isEqualTo(new UntrustedText("Harbour " + owner.number()));
                        });
            var thread = reader.thread(new ThreadId(owner.id("thread"))).orElseThrow();
            assertThat(thread.messages()).hasSize(2).last().satisfies(message -> {
                assertThat(message.text()).isEqualTo(new UntrustedText("A crane for number " + owner.number()));
                assertThat(message.attachments()).hasSize(1);
            });
            assertThat(reader.html(new EmailId(owner.id("second")))).isPresent();
            assertThat(new JpaSenderBook(database)
                    .known(new AccountId(owner.id("account")), List.of(EmailAddress.of("bob@example.org"))))
                    .containsEntry("bob@example.org", new Acquaintance(1, 0));
            return true;
        });
        var other = new Owner(3 - owner.number());
        as(owner, database -> {
            MailReader reader = new JpaMailReader(database);
            assertThat(reader.thread(new ThreadId(other.id("thread")))).isEmpty();
            assertThat(reader.email(new EmailId(other.id("first")))).isEmpty();
            assertThat(new JpaPersonStore(database).person(other.person())).isEmpty();
            assertThat(new JpaActionLog(database).exists(new ActionId(other.id("action")))).isFalse();
            return true;
        });
    }

    /** What was done before can be taken back afterwards. */
    private static void undoneBy(Owner owner) {
        as(owner, database -> {
            var log = new JpaActionLog(database);
            assertThat(log.exists(new ActionId(owner.id("action")))).isTrue();
            return true;
        });
    }

    private static <T> T as(Owner owner, Function<EntityManager, T> work) {
        try (var factory = TestDatabase.factory(NAME); var database = factory.createEntityManager()) {
            database.getTransaction().begin();
            try {
                new RowLevelSecurity(database).enter(Actor.of(owner.person()));
                return work.apply(database);
            } finally {
                database.getTransaction().rollback();
            }
        }
    }

    /** Tables that do not force a policy on everybody. */
    private static List<String> unprotected() throws SQLException {
        return list("""
                select relname from pg_class c
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'
                    and not (relrowsecurity and relforcerowsecurity
                        and exists (select from pg_policy p where p.polrelid = c.oid))
                """);
    }

    private static Map<String, Long> counts() throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var table : list(TABLES))
            counts.put(table, Long.valueOf(list("select count(*) from " + table).getFirst()));
        return counts;
    }

    private static List<String> list(String sql) throws SQLException {
        try (var connection = TestDatabase.in(NAME, TestDatabase.SUPERUSER).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
