package org.waxwing.application.jobs;

import java.time.Clock;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;

/** Ends a job before its time; what it did stays. */
public class CancelJob {
    private final Transactions transactions;
    private final JobStore jobs;
    private final Clock clock;

    public CancelJob(Transactions transactions, JobStore jobs, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Ends it; false when there is no such job, or it has ended. */
    public boolean cancel(PersonId owner, JobId id) {
        return transactions.call(Actor.of(owner), () -> {
            var job = jobs.take(id).filter(it -> it.state() == Job.State.RUNNING);
            job.ifPresent(it -> jobs.note(it.ended(Job.State.CANCELLED), clock.instant()));
            return job.isPresent();
        });
    }
}
