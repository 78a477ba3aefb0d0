package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Since when somebody is known is told by their first message that is stored, also where their last one had been taken. */
class FirstMailOfBeforeIT {
    private static final String BEFORE = "18";
    private static final String ADA = "00000000-0000-0000-0000-00000000000a";
    private static final String ROWS = """
            insert into person (id, name, email_name, email_address) values ('%1$s', 'Ada', '', 'ada@example.org');
            insert into account (id, owner_id, address_name, address, display_name, incoming_host, incoming_port,
                incoming_security, outgoing_host, outgoing_port, outgoing_security, added_at)
            values ('%1$s', '%1$s', '', 'ada@example.org', '', 'imap.example.org', 993, 'TLS', 'smtp.example.org', 465,
                'TLS', now());
            insert into email (account_id, id, thread_id, source, size, received_at, sent_at, subject, preview,
                message_ids, in_reply_to, reference_ids, from_list, to_list, cc_list, bcc_list, reply_to_list, has_html,
                has_attachments)
            select '%1$s', gen_random_uuid(), gen_random_uuid(), 'source' || n, 1,
                '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 day', now(), '', '', '{}', '{}', '{}', '[]', '[]',
                '[]', '[]', '[]', false, false
            from generate_series(1, 3) as n;
            insert into correspondence (account_id, address, direction, message, at)
            values ('%1$s', 'bob@example.org', 'RECEIVED', 'source1', now()),
                ('%1$s', 'bob@example.org', 'RECEIVED', 'source3', now()),
                ('%1$s', 'carol@example.org', 'RECEIVED', 'gone', now()),
                ('%1$s', 'dora@example.org', 'SENT', 'source2', now());
            insert into contact (account_id, address, name, received, sent, last_at, first_received_at)
            values ('%1$s', 'bob@example.org', '', 2, 0, '2026-01-04Z', '2026-01-04Z'),
                ('%1$s', 'carol@example.org', '', 1, 0, '2026-01-09Z', '2026-01-09Z'),
                ('%1$s', 'dora@example.org', '', 0, 1, '2026-01-03Z', null);
            """.formatted(ADA);

    @Test
    void tells_since_when_somebody_is_known() throws SQLException {
        var database = TestDatabase.empty("first_mail_of_before");
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", TestDatabase.APP))
                .target(BEFORE)
                .load()
                .migrate();
        try (var session = asAda(database.getConnection()); var statement = session.createStatement()) {
            statement.execute(ROWS);
            session.commit();
        }

        DatabaseMigration.migrate(database, TestDatabase.APP);

        try (var session = asAda(database.getConnection());
                var statement = session.createStatement();
                var rows = statement.executeQuery("""
                        select string_agg(address || ' '
                            || coalesce(to_char(first_received_at at time zone 'UTC', 'MM-DD'), 'never'), ', '
                            order by address)
                        from contact
                        """)) {
            rows.next();
            assertThat(rows.getString(1))
                    .isEqualTo("bob@example.org 01-02, carol@example.org 01-09, dora@example.org never");
        }
    }

    private static Connection asAda(Connection session) throws SQLException {
        session.setAutoCommit(false);
        try (var statement = session.createStatement()) {
            statement.execute("select set_config('app.user_id', '" + ADA + "', true)");
            statement.execute("select set_config('app.actor', 'person', true)");
        }
        return session;
    }
}
