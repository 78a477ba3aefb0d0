package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseMigrationIT {
    // what belongs to an account, by the name of its table
    private static final String OF_ACCOUNTS = """
            select c.relname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1
            """;

    @Test
    void makes_the_schema_from_nothing_and_leaves_it_alone_afterwards() {
        var empty = TestDatabase.empty("from_nothing");

        assertThat(DatabaseMigration.isCurrent(empty)).isFalse();
        DatabaseMigration.migrate(empty, TestDatabase.APP);
        DatabaseMigration.migrate(empty, TestDatabase.APP);

        assertThat(DatabaseMigration.isCurrent(empty)).isTrue();
    }

    @Test
    void is_not_current_when_the_database_does_not_answer() {
        DataSource gone = TestDatabase.as("nobody_of_this_name");

        assertThat(DatabaseMigration.isCurrent(gone)).isFalse();
    }

    @Test
    void takes_nothing_but_a_name_for_the_role_it_grants_to() {
        var owner = TestDatabase.as(TestDatabase.OWNER);

        for (var wrong : List.of("", "x; drop table email", "Quoted", "a-b"))
            assertThatThrownBy(() -> DatabaseMigration.migrate(owner, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everybody_new_joins_the_organisation_that_a_migration_made() {
        assertThat(
                TestDatabase.value("select name from organisation where id = '00000000-0000-7000-8000-000000000001'"))
                .isEqualTo("Waxwing");
    }

    @Test
    void the_account_leads_every_key_of_what_belongs_to_an_account() {
        var others = TestDatabase.query("""
                select c.relname, i.indexrelid::regclass from pg_index i
                join pg_class c on c.oid = i.indrelid
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
                where c.relnamespace = 'public'::regnamespace and i.indkey[0] <> a.attnum
                    and (i.indisunique or c.relname <> 'account_sync')
                    -- has the account, but must not serve a search as a way to all rows of an account
                    and i.indexrelid <> 'email_search_pk'::regclass
                    -- how many people know a sender is asked across accounts
                    and i.indexrelid <> 'contact_address_ix'::regclass
                    -- an action may be about several accounts
                    and i.indexrelid <> 'mail_action_entry_action_ix'::regclass
                """);
        var foreign = TestDatabase.query("""
                select conrelid::regclass, conname from pg_constraint f
                join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'account_id'
                where f.contype = 'f' and f.conkey[1] <> a.attnum and f.conname <> 'mail_action_entry_action_fk'
                """);

        assertThat(others).isEmpty();
        assertThat(foreign).isEmpty();
    }

    @Test
    void every_foreign_key_has_an_index() {
        assertThat(TestDatabase.query("""
                select conname from pg_constraint f
                where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
                    select from pg_index i
                    where i.indrelid = f.conrelid and ((i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey
                        or i.indisunique and f.conkey @> i.indkey::int2[]))
                """)).isEmpty();
    }

    /** Each table as it is, with all its keys and indexes, can be made in parts; so its rows can be moved there. */
    @Test
    void every_table_of_mail_can_be_partitioned_by_account() throws SQLException {
        var tables = TestDatabase.query(OF_ACCOUNTS).stream().map(List::getFirst).toList();
        assertThat(tables).contains("mailbox", "email", "email_mailbox", "thread", "correspondence");
        try (var connection = TestDatabase.as(TestDatabase.OWNER).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var table : tables) {
                statement.execute("create table %1$s_parts (like %1$s including all) partition by hash (account_id)"
                        .formatted(table));
                for (int part = 0; part < 2; part++)
                    statement.execute(
                            "create table %1$s_part%2$d partition of %1$s_parts for values with (modulus 2, remainder %2$d)"
                                    .formatted(table, part));
            }
            statement.execute("""
                    alter table email_mailbox_parts add foreign key (account_id, email_id)
                        references email_parts (account_id, id) on delete cascade
                    """);
            connection.rollback();
        }
    }
}
