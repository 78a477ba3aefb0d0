package org.waxwing.application.sorting;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;

/** Goes on with jobs, tells how far they are, and ends them when their owner wants no more. */
public class WorkOnJobs {
    private static final int SHOWN = 20;

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

    /** The latest jobs of a person, the latest first. */
    public List<Job> latest(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> jobs.latest(SHOWN));
    }

    /** Ends a job before its time; what it did stays. False when there is no such job, or it has ended. */
    public boolean cancel(PersonId owner, JobId id) {
        return transactions.call(Actor.of(owner), () -> {
            var job = jobs.take(id).filter(it -> it.state() == Job.State.RUNNING);
            job.ifPresent(it -> jobs.note(it.ended(Job.State.CANCELLED)));
            return job.isPresent();
        });
    }
}
