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

/** States in {@code account_sync}, one row an account, changed by whoever holds its lock. */
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

    /** Who has an account, read under a lock: without it, two could each decide by what the other just changed. */
    private record Held(Optional<String> holder, Instant until, boolean wanted) {
        static Held of(ResultSet row) throws SQLException {
            var holder = Optional.ofNullable(row.getString("holder"));
            return new Held(
                    holder, holder.isEmpty() ? Instant.MIN : instant(row, "held_until"), row.getBoolean("wanted"));
        }

        boolean by(String who) {
            return holder.filter(who::equals).isPresent();
        }

        boolean byNobody(Instant now) {
            return holder.isEmpty() || !until.isAfter(now);
        }
    }

    private Optional<Held> locked(AccountId account) {
        return sql.list(Held::of, """
                select holder, held_until, wanted from account_sync where account_id = ? for no key update
                """, account.value()).stream().findFirst();
    }

    @Override
    public boolean claim(AccountId account, String holder, Instant now, Instant until) {
        var held = locked(account);
        if (held.isEmpty()) return false;
        boolean free = held.get().byNobody(now) || held.get().by(holder);
        if (free)
            sql.run("""
                    update account_sync
                    set holder = ?, held_until = ?, wanted = false, phase = 'SYNCING', done = 0, total = 0, since = ?
                    where account_id = ?
                    """, holder, until, now, account.value());
        else
            sql.run("update account_sync set wanted = true where account_id = ?", account.value());
        return free;
    }

    @Override
    public boolean progress(AccountId account, String holder, long done, long total, Instant until) {
        return sql.run("""
                update account_sync set done = ?, total = ?, held_until = ? where account_id = ? and holder = ?
                """, done, total, until, account.value(), holder) == 1;
    }

    @Override
    public boolean succeeded(AccountId account, String holder, Instant now, Instant nextAttempt) {
        var held = locked(account).filter(it -> it.by(holder));
        if (held.isEmpty()) return false;
        sql.run("""
                update account_sync
                set passes = passes + 1, wanted = false, since = ?, last_success_at = ?, problem = null,
                    problem_at = null, next_attempt_at = ?
                where account_id = ?
                """, now, now, nextAttempt, account.value());
        if (held.get().wanted())
            sql.run("update account_sync set done = 0, total = 0 where account_id = ?", account.value());
        else
            sql.run("""
                    update account_sync set holder = null, held_until = null, phase = 'IDLE' where account_id = ?
                    """, account.value());
        return held.get().wanted();
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

    @Override
    public void reconnected(AccountId account, Instant now) {
        sql.run("""
                update account_sync
                set holder = null, held_until = null, wanted = false, phase = 'IDLE', since = ?, problem = null,
                    problem_at = null, next_attempt_at = ?
                where account_id = ?
                """, now, now, account.value());
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
