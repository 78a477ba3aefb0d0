package org.waxwing.application.sorting;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;

/** Goes on with jobs. */
public class WorkOnJobs {
    private final Transactions transactions;
    private final JobStore jobs;
    private final SortStoredMail sortStoredMail;
    private final Worker rules;

    public WorkOnJobs(Transactions transactions, JobStore jobs, SortStoredMail sortStoredMail, Worker rules) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sortStoredMail = sortStoredMail;
        this.rules = rules;
    }

    /** Who does the jobs of another task. */
    @FunctionalInterface
    public interface Worker {
        /** Does the next pieces of a job; nothing when it has ended. Opens transactions of its own. */
        void work(PersonId owner, AccountId account, JobId id);
    }

    /** Does the next part of a job. */
    public void work(MailEvent.JobDue due) {
        var job = transactions.call(Actor.of(due.owner()), () -> jobs.take(due.job()));
        if (job.isEmpty()) return;
        switch (job.get().task()) {
            case SORT -> sortStoredMail.work(due.owner(), due.account(), due.job());
            case RULES -> rules.work(due.owner(), due.account(), due.job());
        }
    }
}
