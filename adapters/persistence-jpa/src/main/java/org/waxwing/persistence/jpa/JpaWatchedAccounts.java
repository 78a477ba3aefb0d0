package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

/** The accounts by {@code account_sync}, the one table about them that is open to the house. */
public final class JpaWatchedAccounts implements WatchedAccounts {
    // longer than any pause between two attempts: a time further ahead was written by a clock that was set back since
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Sql sql;

    public JpaWatchedAccounts(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<Entry> all() {
        return sql.list(JpaWatchedAccounts::entry, """
                select owner_id, account_id from account_sync where phase not in ('NEEDS_SIGN_IN', 'PAUSED')
                """);
    }

    @Override
    public List<Entry> due(Instant now, Instant next) {
        // a row that is locked belongs to an account that something is happening to: its turn comes again
        return sql.list(JpaWatchedAccounts::entry, """
                update account_sync set next_attempt_at = ?
                where account_id = any (array(
                    select account_id from account_sync
                    where phase not in ('NEEDS_SIGN_IN', 'PAUSED')
                        and (next_attempt_at <= ? or next_attempt_at > ?)
                    for update skip locked))
                returning owner_id, account_id
                """, next, now, now.plus(LONGEST_WAIT));
    }

    @Override
    public List<Entry> toWake(Instant now, Instant next) {
        return sql.list(JpaWatchedAccounts::entry, """
                update account_sync set wake_at = ?
                where account_id = any (array(
                    select account_id from account_sync where wake_at <= ? for update skip locked))
                returning owner_id, account_id
                """, next, now);
    }

    @Override
    public List<Entry> toSend(Instant now, Instant next) {
        return sql.list(JpaWatchedAccounts::entry, """
                update account_sync set send_at = ?
                where account_id = any (array(
                    select account_id from account_sync where send_at <= ? for update skip locked))
                returning owner_id, account_id
                """, next, now);
    }

    @Override
    public void compareFully(Instant now) {
        sql.run("""
                update account_sync set full_due_at = '-infinity', next_attempt_at = ?
                where phase not in ('NEEDS_SIGN_IN', 'PAUSED')
                """, now);
    }

    @Override
    public void giveBack(String node) {
        sql.run("""
                update account_sync
                set holder = null, held_until = null, wanted = false, next_attempt_at = now(),
                    phase = case phase when 'SYNCING' then 'IDLE' else phase end
                where starts_with(holder, ?)
                """, node + "/");
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(new PersonId(uuid(row, "owner_id")), new AccountId(uuid(row, "account_id")));
    }
}
