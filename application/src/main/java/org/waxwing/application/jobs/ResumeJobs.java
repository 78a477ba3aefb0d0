package org.waxwing.application.jobs;

import java.time.Clock;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.StalledJobs;
import org.waxwing.application.runtime.Transactions;

/** Asks again for every job that stands still, as when its event was given up by the broker; for a day at most. */
public class ResumeJobs {
    private final Transactions transactions;
    private final StalledJobs jobs;
    private final MailEvents events;
    private final Clock clock;

    public ResumeJobs(Transactions transactions, StalledJobs jobs, MailEvents events, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for all that stand still; each is asked for once, whichever node looks first. */
    public void resume() {
        transactions.run(new Actor.House(), () -> jobs.toResume(clock.instant())
                .forEach(it -> events.publish(new MailEvent.JobDue(it.owner(), it.account(), it.job()))));
    }
}
