package org.waxwing.application.sorting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.waxwing.application.jobs.Pieces;
import org.waxwing.application.jobs.Worker;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.MissingBlobException;
import org.waxwing.domain.signs.SignReader;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/**
 * Sorts all mail of an account again, in the background: when it was read for the first time, and when its owner wishes.
 */
public class SortStoredMail implements Worker {
    private static final String ASKED = "asked";

    private final Pieces pieces;
    private final AccountStore accounts;
    private final SortingStore sorting;
    private final Refile refile;
    private final JobStore jobs;
    private final ActionLog log;
    private final BlobStore blobs;
    private final MessageParser parser;
    private final MailEvents events;
    private final Ids ids;
    private final Clock clock;

    public SortStoredMail(
            Pieces pieces,
            AccountStore accounts,
            SortingStore sorting,
            Refile refile,
            JobStore jobs,
            ActionLog log,
            BlobStore blobs,
            MessageParser parser,
            MailEvents events,
            Ids ids,
            Clock clock) {
        this.pieces = pieces;
        this.accounts = accounts;
        this.sorting = sorting;
        this.refile = refile;
        this.jobs = jobs;
        this.log = log;
        this.blobs = blobs;
        this.parser = parser;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins to sort all mail of an account again; within an open transaction of the owner.
     *
     * @param asked whether its owner asked for it: then it is an action of theirs, which can be undone
     */
    Job begin(PersonId owner, AccountId account, ActionId action, boolean asked) {
        var job = new Job(
                new JobId(ids.next()), account, Job.Task.SORT, asked ? ASKED : "", Job.State.RUNNING, List.of(), 0,
                sorting.count(account), 0, action, clock.instant().truncatedTo(ChronoUnit.MICROS));
        jobs.begin(job);
        events.publish(new MailEvent.JobDue(owner, account, job.id()));
        return job;
    }

    @Override
    public void work(PersonId owner, AccountId account, JobId id) {
        pieces.work(owner, account, id, job -> Optional.of(new Mail(
                owner, job, sorting.mail(account, job.last(), Pieces.SIZE), OwnAddresses.of(accounts))));
    }

    /** The next messages, as they were found. */
    private final class Mail implements Pieces.Piece {
        private final PersonId owner;
        private final Job job;
        private final List<StoredMail> found;
        private final Set<String> own;

        Mail(PersonId owner, Job job, List<StoredMail> found, Set<String> own) {
            this.owner = owner;
            this.job = job;
            this.found = found;
            this.own = own;
        }

        @Override
        public List<EmailId> emails() {
            return found.stream().map(StoredMail::id).toList();
        }

        /** Looks at those of which nothing was seen, or less than would be seen now. */
        @Override
        public LongSupplier look() {
            var seen = new HashMap<EmailId, Signs>();
            for (var it : found)
                if (it.filing().signs().stream().noneMatch(Signs::isCurrent))
                    read(job.account(), it, own).ifPresent(signs -> seen.put(it.id(), signs));
            return () -> sort(seen);
        }

        private long sort(Map<EmailId, Signs> seen) {
            sorting.keep(job.account(), seen);
            // where they stand by now: they were found in a transaction before this one
            var mail = sorting.mail(job.account(), emails());
            boolean asked = job.reference().equals(ASKED);
            var changed = refile.refile(owner, job.account(), mail, asked ? List.of(job.action()) : List.of());
            if (asked && !changed.isEmpty()) note(owner, job, mail, changed);
            return changed.size();
        }
    }

    private void note(PersonId owner, Job job, List<StoredMail> mail, Map<EmailId, Refile.Change> changed) {
        long conversations = mail.stream().filter(it -> changed.containsKey(it.id())).map(StoredMail::thread)
                .distinct().count();
        log.extend(
                job.action(), owner, new ActionLog.Story("sort", "", conversations, List.of()),
                FiledEntries.of(job.account(), changed), job.startedAt(),
                job.startedAt().plus(ActionLog.UNDOABLE));
    }

    /** What is seen of it; nothing when its source is gone: it is sorted by what was seen before, or stays where it is. */
    private Optional<Signs> read(AccountId account, StoredMail mail, Set<String> own) {
        try {
            var source = blobs.message(account, mail.source());
            var message = parser.parse(source, mail.receivedAt(), decoded -> blobs.store(account, decoded));
            return Optional.of(SignReader.read(message, parser.fields(source), own));
        } catch (MissingBlobException e) {
            return Optional.empty();
        } catch (IOException e) {
            // the event comes again when the store is there again
            throw new UncheckedIOException(e);
        }
    }
}
