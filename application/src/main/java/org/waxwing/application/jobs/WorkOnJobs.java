package org.waxwing.application.jobs;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.jobs.JobStore;

/** Goes on with jobs. */
public class WorkOnJobs {
    private final Transactions transactions;
    private final JobStore jobs;
    private final Worker sorting;
    private final Worker rules;

    public WorkOnJobs(Transactions transactions, JobStore jobs, Worker sorting, Worker rules) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sorting = sorting;
        this.rules = rules;
    }

    /** Does the next part of a job. */
    public void work(MailEvent.JobDue due) {
        var job = transactions.call(Actor.of(due.owner()), () -> jobs.take(due.job()));
        if (job.isEmpty()) return;
        switch (job.get().task()) {
            case SORT -> sorting.work(due.owner(), due.account(), due.job());
            case RULES -> rules.work(due.owner(), due.account(), due.job());
        }
    }
}
