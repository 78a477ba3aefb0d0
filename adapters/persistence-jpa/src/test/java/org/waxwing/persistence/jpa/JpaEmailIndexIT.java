package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.search.EmailIndexContract;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchPosition;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

class JpaEmailIndexIT implements EmailIndexContract {
    private static final JpaWorld WORLD = JpaWorld.WORLD;

    @Override
    public World world() {
        return WORLD;
    }

    private static Account withMail(int messages, String text) {
        var account = WORLD.accountOf(WORLD.somebody());
        var batch = new EmailBuilder[messages];
        for (int i = 0; i < messages; i++) batch[i] = anEmail().text(text + " number" + i);
        WORLD.deliverAll(account, WORLD.inbox(account), batch);
        return account;
    }

    private static SearchRequest request(String typed) {
        return new SearchRequest(SearchQuery.of(typed), SearchOrder.NEWEST, SearchPosition.START, 50);
    }

    /** Which indexes the search read is counted where it happens: no other plan hides behind the function. */
    @Test
    void looks_words_up_in_their_index_behind_row_level_security_whether_rare_or_common() {
        var account = withMail(600, "osprey");
        withMail(600, "osprey");
        TestDatabase.change("analyze email_search");

        WORLD.run(account.owner(), () -> {
            // more often than the planner wants to see before it keeps a plan
            for (int i = 0; i < 8; i++) {
                assertThat(WORLD.index().find(request("osprey")).total()).isEqualTo(600);
                assertThat(WORLD.index().find(request("osprey number7")).total()).isEqualTo(1);
            }
            assertThat(List.of(scans("email_search_words_ix"), scans("email_search_pk"), scans("email_search")))
                    .containsExactly(16L, 0L, 0L);
        });
    }

    private static long scans(String relation) {
        return ((Number) WORLD.database()
                .createNativeQuery("select pg_stat_get_xact_numscans('" + relation + "'::regclass)")
                .getSingleResult()).longValue();
    }

    @Test
    void finds_nothing_for_the_house_and_nothing_without_an_actor() throws SQLException {
        withMail(1, "bittern");

        WORLD.transactions().run(new Actor.House(), () -> assertThat(
                WORLD.index().find(request("bittern")).total()).isZero());
        try (var session = TestDatabase.as(TestDatabase.APP).getConnection()) {
            assertThat(column(session, """
                    select total from find_email('bittern', false, 0::real, 'infinity', gen_random_uuid(), 9, '{}')
                    """)).containsExactly("0");
        }
    }

    @Test
    void lets_nobody_but_the_application_ask() {
        TestDatabase.change("create role passer_by");
        try {
            assertThatThrownBy(() -> TestDatabase.change("""
                    set role passer_by;
                    select find_email('bittern', false, 0::real, 'infinity', gen_random_uuid(), 9, '{}')
                    """)).hasRootCauseInstanceOf(SQLException.class);
        } finally {
            TestDatabase.change("drop role passer_by");
        }
    }

    @Test
    void stores_a_message_whose_words_cannot_be_taken() throws SQLException {
        var account = WORLD.accountOf(WORLD.somebody());
        var email = UUID.randomUUID();
        try (var session = TestDatabase.as(TestDatabase.SUPERUSER).getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("""
                    create or replace function folded(written text) returns text language plpgsql as $$
                    begin
                        raise exception 'too odd' using errcode = 'program_limit_exceeded';
                    end $$""");
            statement.execute("set local role waxwing_app");
            statement.execute("select set_config('app.user_id', '" + account.owner() + "', true)");
            store(session, account.id().value(), email);

            assertThat(column(session, "select words from email_search where email_id = '" + email + "'"))
                    .containsExactly("");
            session.rollback();
        }
    }

    @Test
    void makes_searchable_what_was_stored_before_there_was_an_index() throws SQLException {
        var database = TestDatabase.empty("before_search");
        Flyway.configure().dataSource(database).locations("classpath:db/migration")
                .placeholders(Map.of("appRole", TestDatabase.APP)).target("4").load().migrate();
        var person = UUID.randomUUID();
        var account = UUID.randomUUID();
        var email = UUID.randomUUID();
        try (var session = database.getConnection(); var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("select set_config('app.user_id', '" + person + "', true)");
            statement.execute("insert into person (id, name, email_name, email_address) values ('" + person
                    + "', 'Ada', 'Ada', 'ada@example.org')");
            statement.execute("insert into account values ('" + account + "', '" + person
                    + "', '', 'a@example.org', 'A', 'h', 1, 'TLS', 'h', 1, 'TLS', now())");
            store(session, account, email);
            session.commit();
        }

        DatabaseMigration.migrate(database, TestDatabase.APP);

        try (var session = database.getConnection()) {
            assertThat(column(session, "select email_id from email_search where words @@ 'heron:B & crane:A & bob:C'"))
                    .containsExactly(email.toString());
            assertThat(column(session, "select relname from pg_class where relname in ('email', 'email_body',"
                    + " 'email_attachment') and relforcerowsecurity")).hasSize(3);
        }
    }

    private static void store(Connection session, UUID account, UUID email) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("""
                    insert into email (account_id, id, thread_id, source, size, received_at, sent_at, subject, preview,
                        message_ids, in_reply_to, reference_ids, from_list, to_list, cc_list, bcc_list, reply_to_list,
                        has_html, has_attachments)
                    values ('%1$s', '%2$s', '%2$s', '%2$s', 1, now(), now(), 'Crane', '', '{}', '{}', '{}',
                        '[{"name": "Bob", "email": "b@example.org"}]', '[]', '[]', '[]', '[]', false, false)
                    """.formatted(account, email));
            statement.execute("insert into email_body (account_id, email_id, text, html) values ('" + account + "', '"
                    + email + "', 'A heron', '')");
        }
    }

    private static List<String> column(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement(); var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
