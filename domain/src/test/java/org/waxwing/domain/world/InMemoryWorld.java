package org.waxwing.domain.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.TestimonyStore;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.rules.RuleRuns;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Doorstep;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.sending.AnswerLog;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.triage.Standings;

/**
 * All stores in memory, with the manners of the real ones: nothing without a transaction, a transaction for one actor
 * who sees what is theirs and nothing else, all or nothing. Transactions run one after the other.
 */
public final class InMemoryWorld implements World {
    /** For whom a transaction acts. */
    public sealed interface Acting {
        /** Somebody, with all that is theirs. */
        record Somebody(PersonId person) implements Acting {}

        /** The house, which sees no mail. */
        record House() implements Acting {}
    }

    /** An account and whose it is. */
    public record Watched(PersonId owner, AccountId account) {}

    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private @Nullable Acting acting;
    private Tables tables = new Tables();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Map<Integer, RuntimeException> commitFailures = new HashMap<>();
    private int commits;

    private final PersonStore people = new InMemoryPersonStore(this);
    private final PreferenceStore preferences = new InMemoryPreferenceStore(this);
    private final RuleStore rules = new InMemoryRuleStore(this);
    private final RuleMail ruleMail = new InMemoryRuleMail(this);
    private final RuleRuns ruleRuns = new InMemoryRuleRuns(this);
    private final AccountStore accounts = new InMemoryAccountStore(this);
    private final CredentialVault vault = new InMemoryCredentialVault(this);
    private final MailStore mail = new InMemoryMailStore(this);
    private final SyncStateStore states = new InMemorySyncStateStore(this);
    private final SyncStatusStore statuses = new InMemorySyncStatusStore(this);
    private final MailReader reader = new InMemoryMailReader(this);
    private final SenderBook book = new InMemorySenderBook(this);
    private final TestimonyStore testimonies = new InMemoryTestimonyStore(this);
    private final ImageTrust imageTrust = new InMemoryImageTrust(this);
    private final SortingStore sorting = new InMemorySortingStore(this);
    private final DecisionStore decisions = new InMemoryDecisionStore(this);
    private final JobStore jobs = new InMemoryJobStore(this);
    private final HabitStore habits = new InMemoryHabitStore(this);
    private final Doorstep doorstep = new InMemoryDoorstep(this);
    private final MailHistory history = new InMemoryMailHistory(this);
    private final ErrandStore errands = new InMemoryErrandStore(this);
    private final AnswerLog answerLog = new InMemoryAnswerLog(this);
    private final ForwardingAddresses forwardingAddresses = new InMemoryForwardingAddresses(this);
    private final LessonStore lessons = new InMemoryLessonStore(this);
    private final EmailIndex index = new InMemoryEmailIndex(this);
    private final ChangeQueue changes = new InMemoryChangeQueue(this);
    private final FolderQueue folderQueue = new InMemoryFolderQueue(this);
    private final ActionLog actions = new InMemoryActionLog(this);
    private final ChangeScope scope = new InMemoryChangeScope(this);
    private final Standings standings = new InMemoryStandings(this);
    private final FolderStateStore folders = new InMemoryFolderStateStore(this);

    @Override
    public <T> T as(PersonId person, Supplier<T> work) {
        return transaction(new Acting.Somebody(person), work);
    }

    /** Does {@code work} in one transaction for {@code who}; takes everything back when it throws. */
    public <T> T transaction(Acting who, Supplier<T> work) {
        if (isInTransaction()) throw new IllegalStateException("A transaction within another");
        oneAtATime.lock();
        var before = tables.copy();
        boolean committed = false;
        try {
            acting = who;
            var result = work.get();
            var failure = commitFailures.remove(++commits);
            if (failure != null) throw failure;
            committed = true;
            return result;
        } finally {
            if (!committed) {
                tables = before;
                undo.forEach(Runnable::run);
            }
            undo.clear();
            acting = null;
            oneAtATime.unlock();
        }
    }

    /** Whether this thread is in a transaction. */
    public boolean isInTransaction() {
        return oneAtATime.isHeldByCurrentThread();
    }

    /** Does {@code task} if the running transaction is taken back: for what is kept beside this world. */
    public void onRollback(Runnable task) {
        actor();
        undo.push(task);
    }

    /** Lets the {@code nth} transaction from now that reaches its commit fail there, counted from 1. */
    public void failCommit(int nth, RuntimeException failure) {
        commitFailures.put(commits + nth, failure);
    }

    @Override
    public PersonStore people() {
        return people;
    }

    @Override
    public PreferenceStore preferences() {
        return preferences;
    }

    public RuleStore rules() {
        return rules;
    }

    /** On which messages rules were run. */
    public RuleRuns ruleRuns() {
        return ruleRuns;
    }

    /** What is to be sent. */
    public ErrandStore errands() {
        return errands;
    }

    /** Who was answered by which rule. */
    public AnswerLog answerLog() {
        return answerLog;
    }

    /** Where people want mail passed on to. */
    public ForwardingAddresses forwardingAddresses() {
        return forwardingAddresses;
    }

    /** What is stored, as rules ask for it. */
    public RuleMail ruleMail() {
        return ruleMail;
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public CredentialVault vault() {
        return vault;
    }

    @Override
    public MailStore mail() {
        return mail;
    }

    @Override
    public SyncStateStore states() {
        return states;
    }

    @Override
    public SyncStatusStore statuses() {
        return statuses;
    }

    @Override
    public MailReader reader() {
        return reader;
    }

    @Override
    public SenderBook book() {
        return book;
    }

    @Override
    public TestimonyStore testimonies() {
        return testimonies;
    }

    @Override
    public ImageTrust imageTrust() {
        return imageTrust;
    }

    /** What people have taught about where mail belongs. */
    public LessonStore lessons() {
        return lessons;
    }

    @Override
    public SortingStore sorting() {
        return sorting;
    }

    @Override
    public DecisionStore decisions() {
        return decisions;
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public HabitStore habits() {
        return habits;
    }

    @Override
    public Doorstep doorstep() {
        return doorstep;
    }

    @Override
    public MailHistory history() {
        return history;
    }

    @Override
    public EmailIndex index() {
        return index;
    }

    @Override
    public ChangeQueue changes() {
        return changes;
    }

    @Override
    public FolderQueue folderQueue() {
        return folderQueue;
    }

    @Override
    public ActionLog actions() {
        return actions;
    }

    @Override
    public ChangeScope scope() {
        return scope;
    }

    @Override
    public FolderStateStore folders() {
        return folders;
    }

    @Override
    public Standings standings() {
        return standings;
    }

    /** The accounts with something snoozed until {@code now} or before, put off until {@code next}; for the house alone. */
    public List<Watched> toWake(Instant now, Instant next) {
        mustBeHouse();
        var due = tables.wakes.entrySet().stream().filter(it -> !it.getValue().isAfter(now)).toList();
        due.forEach(it -> tables.wakes.put(it.getKey(), next));
        return due.stream().map(it -> new Watched(tables.account(it.getKey()).owner(), it.getKey())).toList();
    }

    /**
     * The jobs that have not got further for so long, twice as long after each time, and are begun again; those that were so
     * often enough fail. For the house alone.
     */
    public List<Job> stalled(Duration first, int most, Instant now) {
        mustBeHouse();
        var due = tables.jobs.values().stream()
                .filter(it -> it.state() == Job.State.RUNNING)
                .filter(it -> {
                    var moved = tables.moved(it.id());
                    return !moved.at().plus(first.multipliedBy(1L << moved.resumed())).isAfter(now);
                })
                .toList();
        var resumed = new ArrayList<Job>();
        for (var it : due) {
            var moved = tables.moved(it.id());
            if (moved.resumed() < most) {
                tables.moved.put(it.id(), new Tables.Moved(moved.at(), moved.resumed() + 1));
                resumed.add(it);
            } else {
                tables.jobs.put(it.id(), it.ended(Job.State.FAILED));
            }
        }
        return resumed;
    }

    /** Whose account that is; for the house alone. */
    public PersonId ownerOf(AccountId account) {
        mustBeHouse();
        return tables.account(account).owner();
    }

    /** The accounts with something to be sent until {@code now}, put off until {@code next}; for the house alone. */
    public List<Watched> toSend(Instant now, Instant next) {
        mustBeHouse();
        var due = tables.sendings.entrySet().stream().filter(it -> !it.getValue().isAfter(now)).toList();
        due.forEach(it -> tables.sendings.put(it.getKey(), next));
        return due.stream().map(it -> new Watched(tables.account(it.getKey()).owner(), it.getKey())).toList();
    }

    /** The accounts that are not paused and whose sign-in works as far as we know; for the house alone. */
    public List<Watched> watched() {
        return house().stream()
                .filter(InMemorySyncStatusStore::mayBeTaken)
                .map(this::watched)
                .toList();
    }

    /** The accounts that are due, moved to {@code next}; for the house alone. */
    public List<Watched> due(Instant now, Instant next) {
        var due = new ArrayList<Watched>();
        for (var row : house())
            if (InMemorySyncStatusStore.isDue(row, now)) {
                row.nextAttempt = next;
                due.add(watched(row));
            }
        return due;
    }

    /** Makes every account due for a full comparison; for the house alone. */
    public void compareFully(Instant now) {
        for (var row : house()) {
            row.nextFull = now;
            row.nextAttempt = now;
        }
    }

    /** Gives back what passes of {@code node} hold; for the house alone. */
    public void giveBack(String node) {
        for (var row : house())
            if (row.holder.startsWith(node + "/")) {
                row.holder = "";
                row.wanted = false;
                row.phase = Phase.IDLE;
                row.nextAttempt = Instant.EPOCH;
            }
    }

    /** Refuses what only the house may do. */
    public void mustBeHouse() {
        if (!(actor() instanceof Acting.House)) throw new IllegalStateException("Only the house may do that");
    }

    private List<Tables.Sync> house() {
        mustBeHouse();
        return List.copyOf(tables.syncs.values());
    }

    private Watched watched(Tables.Sync row) {
        return new Watched(tables.account(row.account).owner(), row.account);
    }

    /** The data, for stores within a transaction. */
    Tables tables() {
        actor();
        return tables;
    }

    /** Whether the running transaction sees that account. */
    boolean sees(AccountId account) {
        var owned = tables().accounts.get(account);
        return owned != null && actor().equals(new Acting.Somebody(owned.owner()));
    }

    /** Refuses what may not be written. */
    void mustSee(AccountId account) {
        if (!sees(account)) throw new IllegalStateException("No such account for this actor: " + account);
    }

    /** Whether the running transaction is that person's. */
    boolean is(PersonId person) {
        return actor().equals(new Acting.Somebody(person));
    }

    /** Whose transaction is running. */
    PersonId person() {
        if (actor() instanceof Acting.Somebody(var person)) return person;
        throw new IllegalStateException("Only a person may do that");
    }

    private Acting actor() {
        var who = acting;
        if (who == null || !isInTransaction()) throw new IllegalStateException("No transaction is open");
        return who;
    }
}
