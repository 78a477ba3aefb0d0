package org.waxwing.application.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.mailbox.EmailId;

/**
 * Does a job in pieces: some hundred messages and the note of how far it came in one transaction, so that nobody waits for
 * it, a crash costs one piece, and an event that comes twice does nothing twice. After some of these another event goes on.
 */
public class Pieces {
    /** How many messages are dealt with in one transaction. */
    public static final int SIZE = 500;

    private static final int AT_ONCE = 10;

    private final Transactions transactions;
    private final JobStore jobs;
    private final ActionLog log;
    private final MailEvents events;
    private final Clock clock;

    public Pieces(Transactions transactions, JobStore jobs, ActionLog log, MailEvents events, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What a job does. */
    @FunctionalInterface
    public interface Task {
        /** What comes next, at most {@link #SIZE} messages; nothing when it has to end. In an open transaction. */
        Optional<? extends Piece> next(Job job);
    }

    /** Some messages of a job. */
    public interface Piece {
        /** Them, in their order. */
        List<EmailId> emails();

        /**
         * Looks at them, outside any transaction.
         *
         * @return does what is to be done, in an open transaction; tells how many are different then
         */
        LongSupplier look();
    }

    /** Does the next pieces of a job; nothing when it has ended. Opens transactions of its own. */
    public void work(PersonId owner, AccountId account, JobId id, Task task) {
        var actor = Actor.of(owner);
        for (int i = 0; i < AT_ONCE; i++) if (!piece(actor, id, task)) return;
        transactions.run(actor, () -> events.publish(new MailEvent.JobDue(owner, account, id)));
    }

    private record Ahead(Job job, Piece piece) {}

    private boolean piece(Actor actor, JobId id, Task task) {
        var found = transactions.call(actor, () -> ahead(id, task));
        if (found.isEmpty()) return false;
        var ahead = found.get();
        var deed = ahead.piece().look();
        return transactions.call(actor, () -> {
            var job = running(id);
            // somebody else was at it meanwhile: an event can come twice
            if (job.isEmpty() || !job.get().equals(ahead.job())) return false;
            // whoever takes back what it did so far wants no more of it
            if (log.isUndone(job.get().action())) {
                note(job.get().ended(Job.State.CANCELLED));
                return false;
            }
            var further = job.get().after(ahead.piece().emails(), deed.getAsLong());
            boolean more = ahead.piece().emails().size() == SIZE;
            note(more ? further : further.ended(Job.State.DONE));
            return more;
        });
    }

    private Optional<Ahead> ahead(JobId id, Task task) {
        var job = running(id);
        if (job.isEmpty()) return Optional.empty();
        var piece = task.next(job.get());
        if (piece.isEmpty()) note(job.get().ended(Job.State.CANCELLED));
        return piece.map(it -> new Ahead(job.get(), it));
    }

    private void note(Job job) {
        jobs.note(job, clock.instant());
    }

    private Optional<Job> running(JobId id) {
        return jobs.take(id).filter(it -> it.state() == Job.State.RUNNING);
    }
}
