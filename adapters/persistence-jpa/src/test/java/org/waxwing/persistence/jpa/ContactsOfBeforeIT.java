package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Whoever was known before people had a table of their own is known there too, by name. */
class ContactsOfBeforeIT {
    private static final String BEFORE = "9";
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
            select '%1$s', gen_random_uuid(), gen_random_uuid(), 'source' || n, 1, now() + n * interval '1 hour', now(),
                '', '', '{}', '{}', '{}', jsonb_build_array(jsonb_build_object('name', name, 'email', 'Bob@example.org')),
                '[]', '[]', '[]', '[]', false, false
            from (values (1, 'Bobby'), (2, 'Robert'), (3, ' ')) as given (n, name);
            insert into correspondence (account_id, address, direction, message, at)
            values ('%1$s', 'bob@example.org', 'RECEIVED', 'source1', now()),
                ('%1$s', 'bob@example.org', 'RECEIVED', 'source2', now()),
                ('%1$s', 'bob@example.org', 'SENT', 'answer', now()),
                ('%1$s', 'carol@example.org', 'SENT', 'note', now());
            """.formatted(ADA);

    @Test
    void are_known_by_the_name_of_their_latest_message() throws SQLException {
        var database = TestDatabase.empty("contacts_of_before");
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
                        select string_agg(address || ' ' || name || ' ' || received || '/' || sent, ', ' order by address)
                        from contact
                        """)) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("bob@example.org Robert 2/1, carol@example.org  0/1");
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
