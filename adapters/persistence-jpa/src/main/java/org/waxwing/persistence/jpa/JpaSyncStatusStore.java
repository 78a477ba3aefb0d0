package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatusStore;

/** States in {@code account_sync}. Each step is one conditional update, so that two nodes never both take an account. */
public final class JpaSyncStatusStore implements SyncStatusStore {
    private final Sql sql;

    public JpaSyncStatusStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<SyncStatus> status(AccountId account) {
        return sql.list(JpaSyncStatusStore::status, """
                select phase, done, total, passes, since, last_success_at, problem, problem_at
                from account_sync where account_id = ?
                """, account.value()).stream().findFirst();
    }

    @Override
    public boolean claim(AccountId account, String holder, Instant now, Instant until) {
        boolean taken = sql.run("""
                update account_sync
                set holder = ?, held_until = ?, wanted = false, phase = 'SYNCING', done = 0, total = 0, since = ?
                where account_id = ? and (holder is null or held_until <= ? or holder = ?)
                """, holder, until, now, account.value(), now, holder) == 1;
        if (!taken) sql.run("update account_sync set wanted = true where account_id = ?", account.value());
        return taken;
    }

    @Override
    public boolean progress(AccountId account, String holder, long done, long total, Instant until) {
        return sql.run("""
                update account_sync set done = ?, total = ?, held_until = ? where account_id = ? and holder = ?
                """, done, total, until, account.value(), holder) == 1;
    }

    @Override
    public boolean succeeded(AccountId account, String holder, Instant now, Instant nextAttempt) {
        boolean again = sql.run("""
                update account_sync
                set wanted = false, passes = passes + 1, done = 0, total = 0, since = ?, last_success_at = ?,
                    problem = null, problem_at = null, next_attempt_at = ?
                where account_id = ? and holder = ? and wanted
                """, now, now, nextAttempt, account.value(), holder) == 1;
        if (again) return true;
        sql.run("""
                update account_sync
                set holder = null, held_until = null, phase = 'IDLE', passes = passes + 1, since = ?,
                    last_success_at = ?, problem = null, problem_at = null, next_attempt_at = ?
                where account_id = ? and holder = ? and not wanted
                """, now, now, nextAttempt, account.value(), holder);
        return false;
    }

    @Override
    public void failed(
            AccountId account, String holder, ConnectionProblem problem, Instant now, Instant nextAttempt) {
        var phase = problem == ConnectionProblem.SIGN_IN_REFUSED
                ? SyncStatus.Phase.NEEDS_SIGN_IN
                : SyncStatus.Phase.ERROR;
        sql.run("""
                update account_sync
                set holder = null, held_until = null, wanted = false, phase = ?, since = ?, problem = ?,
                    problem_at = ?, next_attempt_at = ?
                where account_id = ? and holder = ?
                """, phase.name(), now, problem.name(), now, nextAttempt, account.value(), holder);
    }

    private static SyncStatus status(ResultSet row) throws SQLException {
        return new SyncStatus(
                SyncStatus.Phase.valueOf(row.getString("phase")),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("passes"),
                instant(row, "since"),
                past(row));
    }

    private static Past past(ResultSet row) throws SQLException {
        Past before = row.getObject("last_success_at") == null
                ? new Past.None()
                : new Past.Succeeded(instant(row, "last_success_at"));
        if (row.getString("problem") == null) return before;
        return new Past.Failed(
                ConnectionProblem.valueOf(row.getString("problem")), instant(row, "problem_at"), before);
    }
}
