package org.waxwing.application.jobs;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobStore;

/** How far the jobs of a person are. */
public class ListJobs {
    private static final int SHOWN = 20;

    private final Transactions transactions;
    private final JobStore jobs;

    public ListJobs(Transactions transactions, JobStore jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /** The latest of them, the latest first. */
    public List<Job> list(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> jobs.latest(SHOWN));
    }
}
