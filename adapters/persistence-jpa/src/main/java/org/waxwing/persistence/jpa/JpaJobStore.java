package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.mailbox.EmailId;

/** Jobs in {@code job}. */
public final class JpaJobStore implements JobStore {
    private final Sql sql;

    public JpaJobStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void begin(Job job) {
        sql.run("""
                insert into job (id, account_id, task, reference, state, last_id, done, total, changed, action_id, started_at,
                    moved_at)
                values (?, ?, ?, ?, ?, nullif(?, '')::uuid, ?, ?, ?, ?, ?, ?)
                """, job.id().value(), job.account().value(), job.task().name(), job.reference(), job.state().name(),
                last(job), job.done(), job.total(), job.changed(), job.action().value(), job.startedAt(),
                job.startedAt());
    }

    @Override
    public Optional<Job> take(JobId job) {
        return sql.list(JpaJobStore::job, """
                select j.* from account a join job j on j.account_id = a.id and j.id = ? for update of j
                """, job.value()).stream()
                .findFirst();
    }

    @Override
    public void note(Job job, Instant now) {
        sql.run("""
                update job set state = ?, last_id = nullif(?, '')::uuid, done = ?, total = ?, changed = ?,
                    moved_at = ?, resumed = 0
                where account_id = ? and id = ?
                """, job.state().name(), last(job), job.done(), job.total(), job.changed(), now,
                job.account().value(), job.id().value());
    }

    @Override
    public List<Job> latest(int atMost) {
        return sql.list(JpaJobStore::job, """
                select j.* from account a join job j on j.account_id = a.id order by j.started_at desc, j.id desc limit ?
                """, atMost);
    }

    private static String last(Job job) {
        return job.last().stream().map(EmailId::toString).findFirst().orElse("");
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                new JobId(uuid(row, "id")),
                new AccountId(uuid(row, "account_id")),
                Job.Task.valueOf(row.getString("task")),
                row.getString("reference"),
                Job.State.valueOf(row.getString("state")),
                Stream.ofNullable(uuid(row, "last_id")).map(EmailId::new).toList(),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("changed"),
                new ActionId(uuid(row, "action_id")),
                instant(row, "started_at"));
    }
}
