package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatusStore;

/** States in {@code account_sync}, one row an account, changed by whoever holds its lock. */
public final class JpaSyncStatusStore implements SyncStatusStore {
    // longer than any pause between two full comparisons
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Sql sql;

    public JpaSyncStatusStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<SyncStatus> status(AccountId account) {
        return sql.list(JpaSyncStatusStore::status, """
                select phase, done, total, passes, since, last_success_at, problem, problem_at, attempts,
                    next_attempt_at, compared_at, repaired
                from account_sync where account_id = ?
                """, account.value()).stream().findFirst();
    }

    @Override
    public Map<AccountId, SyncStatus> all() {
        var all = new HashMap<AccountId, SyncStatus>();
        sql.list(row -> all.put(new AccountId(Sql.uuid(row, "account_id")), status(row)), """
                select s.account_id, s.phase, s.done, s.total, s.passes, s.since, s.last_success_at, s.problem,
                    s.problem_at, s.attempts, s.next_attempt_at, s.compared_at, s.repaired
                from account a join account_sync s on s.account_id = a.id
                """);
        return all;
    }

    /** Who has an account, read under a lock: without it, two could each decide by what the other just changed. */
    private record Held(
            Optional<String> holder, Instant until, boolean wanted, SyncStatus.Phase phase, int attempts,
            Instant fullDue) {
        static Held of(ResultSet row) throws SQLException {
            var holder = Optional.ofNullable(row.getString("holder"));
            return new Held(
                    holder,
                    holder.isEmpty() ? Instant.MIN : instant(row, "held_until"),
                    row.getBoolean("wanted"),
                    SyncStatus.Phase.valueOf(row.getString("phase")),
                    row.getInt("attempts"),
                    instant(row, "full_due_at"));
        }

        boolean by(String who) {
            return holder.filter(who::equals).isPresent();
        }

        // nobody claims for longer than it takes to claim again: such a time was written by another clock
        boolean byNobody(Instant now, Instant until) {
            return holder.isEmpty()
                    || !this.until.isAfter(now)
                    || this.until.isAfter(until.plus(Duration.between(now, until)));
        }

        boolean mayBeTaken() {
            return phase != SyncStatus.Phase.PAUSED && phase != SyncStatus.Phase.NEEDS_SIGN_IN;
        }

        boolean isFullDue(Instant now) {
            return !fullDue.isAfter(now) || fullDue.isAfter(now.plus(LONGEST_WAIT));
        }
    }

    private Optional<Held> locked(AccountId account) {
        return sql.list(Held::of, """
                select holder, held_until, wanted, phase, attempts, full_due_at
                from account_sync where account_id = ? for no key update
                """, account.value()).stream().findFirst();
    }

    @Override
    public Optional<Claim> claim(AccountId account, String holder, Instant now, Instant until) {
        var held = locked(account).filter(Held::mayBeTaken);
        if (held.isEmpty()) return Optional.empty();
        if (!held.get().byNobody(now, until) && !held.get().by(holder)) {
            sql.run("update account_sync set wanted = true where account_id = ?", account.value());
            return Optional.empty();
        }
        // should this node die, the account is due as soon as the claim has run out
        sql.run("""
                update account_sync
                set holder = ?, held_until = ?, next_attempt_at = ?, wanted = false, phase = 'SYNCING', done = 0,
                    total = 0, since = ?
                where account_id = ?
                """, holder, until, until, now, account.value());
        return Optional.of(new Claim(held.get().isFullDue(now), held.get().attempts()));
    }

    @Override
    public boolean progress(AccountId account, String holder, long done, long total, Instant until) {
        return sql.run("""
                update account_sync set done = ?, total = ?, held_until = ?, next_attempt_at = ?
                where account_id = ? and holder = ?
                """, done, total, until, until, account.value(), holder) == 1;
    }

    @Override
    public boolean succeeded(AccountId account, String holder, Instant now, Instant nextAttempt) {
        var held = locked(account).filter(it -> it.by(holder));
        if (held.isEmpty()) return false;
        sql.run("""
                update account_sync
                set passes = passes + 1, attempts = 0, wanted = false, since = ?, last_success_at = ?, problem = null,
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
    public void compared(AccountId account, String holder, long repaired, Instant now, Instant next) {
        sql.run("""
                update account_sync set compared_at = ?, repaired = ?, full_due_at = ?
                where account_id = ? and holder = ?
                """, now, repaired, next, account.value(), holder);
    }

    @Override
    public void failed(
            AccountId account,
            String holder,
            ConnectionProblem problem,
            SyncStatus.Phase phase,
            Instant now,
            Instant nextAttempt) {
        sql.run("""
                update account_sync
                set holder = null, held_until = null, wanted = false, phase = ?, since = ?, problem = ?,
                    problem_at = ?, next_attempt_at = ?, attempts = attempts + 1
                where account_id = ? and holder = ?
                """, phase.name(), now, problem.name(), now, nextAttempt, account.value(), holder);
    }

    @Override
    public void wake(AccountId account) {
        sql.run("""
                update account_sync set phase = 'IDLE', attempts = 0
                where account_id = ? and phase = 'NEEDS_SIGN_IN'
                """, account.value());
    }

    @Override
    public void pause(AccountId account, boolean paused, Instant now) {
        if (paused)
            sql.run("""
                    update account_sync
                    set holder = null, held_until = null, wanted = false, phase = 'PAUSED', since = ?
                    where account_id = ? and phase <> 'PAUSED'
                    """, now, account.value());
        else
            sql.run("""
                    update account_sync set phase = 'IDLE', attempts = 0, next_attempt_at = ?, since = ?
                    where account_id = ? and phase = 'PAUSED'
                    """, now, now, account.value());
    }

    @Override
    public void reconnected(AccountId account, Instant now) {
        sql.run("""
                update account_sync
                set holder = null, held_until = null, wanted = false, phase = 'IDLE', attempts = 0, since = ?, problem = null,
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
                past(row),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                proof(row));
    }

    private static SyncStatus.Proof proof(ResultSet row) throws SQLException {
        return row.getObject("compared_at") == null
                ? new SyncStatus.Proof.None()
                : new SyncStatus.Proof.Compared(instant(row, "compared_at"), row.getLong("repaired"));
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
