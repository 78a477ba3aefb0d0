package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.waxwing.application.runtime.StalledJobs;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;

/** Jobs in {@code job} that stand still; whose they are, {@code account_sync} tells the house. */
public final class JpaStalledJobs implements StalledJobs {
    private final Sql sql;

    public JpaStalledJobs(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<Entry> toResume(Instant now) {
        // a row that is locked belongs to a job that is being worked on
        return sql.list(row -> new Entry(
                new PersonId(uuid(row, "owner_id")), new AccountId(uuid(row, "account_id")),
                new JobId(uuid(row, "id"))),
                """
                        with due as (
                            select account_id, id from job
                            where state = 'RUNNING' and moved_at <= ?
                                and moved_at + make_interval(secs => ? * power(2, resumed)) <= ?
                            for update skip locked),
                        noted as (
                            update job j set
                                state = case when resumed < ? then state else 'FAILED' end,
                                resumed = case when resumed < ? then resumed + 1 else resumed end
                            from due where j.account_id = due.account_id and j.id = due.id
                            returning j.account_id, j.id, j.state)
                        select s.owner_id, n.account_id, n.id
                        from noted n join account_sync s on s.account_id = n.account_id where n.state = 'RUNNING'
                        """, now, FIRST_WAIT.toSeconds(), now, MOST_TIMES, MOST_TIMES);
    }
}
