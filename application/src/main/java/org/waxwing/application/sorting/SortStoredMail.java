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
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
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
import org.waxwing.domain.signs.SignReader;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/**
 * Sorts all mail of an account again, in the background: when it was read for the first time, and when its owner wishes.
 * Some hundred messages in one transaction, so that nobody waits for it, and another event after some of these.
 */
public class SortStoredMail {
    static final int PIECE = 500;
    private static final int PIECES = 10;
    private static final String ASKED = "asked";

    private final Transactions transactions;
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
            Transactions transactions,
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
        this.transactions = transactions;
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
    JobId begin(PersonId owner, AccountId account, ActionId action, boolean asked) {
        var id = new JobId(ids.next());
        jobs.begin(new Job(
                id, account, Job.Task.SORT, asked ? ASKED : "", Job.State.RUNNING, List.of(), 0, sorting.count(account),
                0, action, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        events.publish(new MailEvent.JobDue(owner, account, id));
        return id;
    }

    /** Does the next pieces of a job; nothing when it has ended. */
    void work(PersonId owner, AccountId account, JobId id) {
        for (int i = 0; i < PIECES; i++) if (!piece(owner, account, id)) return;
        transactions.run(Actor.of(owner), () -> events.publish(new MailEvent.JobDue(owner, account, id)));
    }

    private boolean piece(PersonId owner, AccountId account, JobId id) {
        var ahead = transactions.call(Actor.of(owner), () -> jobs.take(id)
                .filter(it -> it.state() == Job.State.RUNNING)
                .map(it -> new Ahead(it, sorting.mail(account, it.last(), PIECE), own())));
        if (ahead.isEmpty()) return false;
        var seen = look(account, ahead.get());
        return transactions.call(Actor.of(owner), () -> {
            var job = jobs.take(id).filter(it -> it.state() == Job.State.RUNNING);
            // somebody else was at it meanwhile: an event can come twice
            if (job.isEmpty() || !job.get().equals(ahead.get().job())) return false;
            sorting.keep(account, seen);
            var mail = sorting.mail(account, ahead.get().ids());
            boolean asked = job.get().reference().equals(ASKED);
            // whoever took it back wants no more of it
            if (asked && log.isUndone(job.get().action())) {
                jobs.note(job.get().ended(Job.State.CANCELLED));
                return false;
            }
            var changed = refile.refile(owner, account, mail, asked ? List.of(job.get().action()) : List.of());
            if (asked && !changed.isEmpty()) note(owner, job.get(), mail, changed);
            var further = job.get().after(ahead.get().ids(), changed.size());
            boolean more = ahead.get().mail().size() == PIECE;
            jobs.note(more ? further : further.ended(Job.State.DONE));
            return more;
        });
    }

    private void note(PersonId owner, Job job, List<StoredMail> mail, Map<EmailId, Refile.Change> changed) {
        long conversations = mail.stream().filter(it -> changed.containsKey(it.id())).map(StoredMail::thread)
                .distinct().count();
        log.extend(
                job.action(), owner, new ActionLog.Story("sort", "", conversations, List.of()),
                FiledEntries.of(job.account(), changed), job.startedAt(),
                job.startedAt().plus(CorrectSorting.UNDOABLE));
    }

    private record Ahead(Job job, List<StoredMail> mail, Set<String> own) {
        List<EmailId> ids() {
            return mail.stream().map(StoredMail::id).toList();
        }
    }

    private Set<String> own() {
        return accounts.all().stream().map(it -> it.address().key()).collect(Collectors.toSet());
    }

    /** Looks at those messages of which nothing was seen, or less than would be seen now. */
    private Map<EmailId, Signs> look(AccountId account, Ahead ahead) {
        var seen = new HashMap<EmailId, Signs>();
        for (var it : ahead.mail())
            if (it.filing().signs().stream().noneMatch(Signs::isCurrent))
                read(account, it, ahead.own()).ifPresent(signs -> seen.put(it.id(), signs));
        return seen;
    }

    private Optional<Signs> read(AccountId account, StoredMail mail, Set<String> own) {
        try {
            var source = blobs.message(account, mail.source());
            var message = parser.parse(source, mail.receivedAt(), decoded -> blobs.store(account, decoded));
            return Optional.of(SignReader.read(message, parser.fields(source), own));
        } catch (IOException e) {
            // the event comes again when the store is there again
            throw new UncheckedIOException(e);
        }
    }
}
