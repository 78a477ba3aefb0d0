package org.waxwing.application.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.CleanUpAccount;
import org.waxwing.application.account.ConnectByConsent;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.application.account.RemoveAccount;
import org.waxwing.application.change.ActForOwner;
import org.waxwing.application.change.CarryOutChanges;
import org.waxwing.application.change.CategorizeList;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.change.ChooseRole;
import org.waxwing.application.change.CreateMailbox;
import org.waxwing.application.change.Deeds;
import org.waxwing.application.change.DismissRefusals;
import org.waxwing.application.change.DropMailbox;
import org.waxwing.application.change.FolderChoice;
import org.waxwing.application.change.ListActions;
import org.waxwing.application.change.ListRefusals;
import org.waxwing.application.change.RenameMailbox;
import org.waxwing.application.change.Stands;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.change.UndoAutomatic;
import org.waxwing.application.flow.MailFlow;
import org.waxwing.application.flow.RelayEvents;
import org.waxwing.application.jobs.CancelJob;
import org.waxwing.application.jobs.ListJobs;
import org.waxwing.application.jobs.Pieces;
import org.waxwing.application.jobs.ResumeJobs;
import org.waxwing.application.jobs.WorkOnJobs;
import org.waxwing.application.rules.ApplyRule;
import org.waxwing.application.rules.Lookup;
import org.waxwing.application.rules.RuleEffects;
import org.waxwing.application.rules.RuleErrands;
import org.waxwing.application.rules.RunRuleOnStoredMail;
import org.waxwing.application.rules.RunRules;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.screening.DecideForOrganisation;
import org.waxwing.application.screening.DecideSenders;
import org.waxwing.application.screening.LearnSenders;
import org.waxwing.application.screening.ListDecisions;
import org.waxwing.application.screening.ListOrganisationsDecisions;
import org.waxwing.application.screening.ShowScreener;
import org.waxwing.application.sending.AskToForward;
import org.waxwing.application.sending.ConfirmForwarding;
import org.waxwing.application.sending.RequestDueErrands;
import org.waxwing.application.sending.RunErrands;
import org.waxwing.application.sorting.CorrectSorting;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.application.sorting.ForgetLesson;
import org.waxwing.application.sorting.LearnHabits;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.sorting.SortAccount;
import org.waxwing.application.sorting.SortAllMail;
import org.waxwing.application.sorting.SortArrivals;
import org.waxwing.application.sorting.SortStoredMail;
import org.waxwing.application.sorting.Sorter;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.application.sync.Arrivals;
import org.waxwing.application.sync.Claims;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.application.sync.PauseSync;
import org.waxwing.application.sync.Recall;
import org.waxwing.application.sync.RequestDueSyncs;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.application.sync.ResyncAccount;
import org.waxwing.application.sync.SameFolder;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.SyncFolders;
import org.waxwing.application.sync.SyncMailbox;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.application.triage.RequestDueWakes;
import org.waxwing.application.triage.WakeConversations;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.world.InMemoryBlobStore;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.PlainMessageParser;
import org.waxwing.domain.world.PlainMessageWriter;
import org.waxwing.domain.world.PlainSendingKeys;
import org.waxwing.domain.world.ScriptedMailServer;
import org.waxwing.domain.world.ScriptedOAuthClient;
import org.waxwing.domain.world.ScriptedSubmission;
import org.waxwing.domain.world.World;

/** A whole Waxwing on ports in memory, with one mail server that every account is at. */
public final class House {
    private final InMemoryWorld world = new InMemoryWorld();
    private final InMemoryTransactions transactions = new InMemoryTransactions(world);
    private final InMemoryEvents events = new InMemoryEvents(world);
    private final InMemoryWatchedAccounts watched = new InMemoryWatchedAccounts(world);
    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private final ScriptedMailServer server = new ScriptedMailServer(world::isInTransaction);
    private final RecordingLiveUpdates live = new RecordingLiveUpdates(world::isInTransaction);
    private final RecordingChannel channel = new RecordingChannel();
    private final SequentialIds ids = new SequentialIds();
    private final MovableClock clock = new MovableClock();
    private final ScriptedOAuthClient oauth = new ScriptedOAuthClient(world::isInTransaction, clock);
    private final OpenAccount openAccount = new OpenAccount(
            transactions, world.accounts(), world.vault(), oauth, clock, Thread::onSpinWait);
    private final RequestSync requestSync = new RequestSync(transactions, world.accounts(), world.statuses(), events);
    private final WatchAccounts watchAccounts = new WatchAccounts(
            transactions, watched, world.accounts(), openAccount, server, events, Runnable::run);
    private final FolderChoice folderChoice = new FolderChoice(world.reader(), world.folderQueue(), ids);
    private final Deeds deeds = new Deeds(
            transactions, folderChoice, world.changes(), world.mail(), new Stands(world.standings()),
            new Unsort(world.sorting(), world.mail(), world.lessons(), world.decisions()), events, live);
    private final Sorter sorter = new Sorter(
            world.accounts(), world.statuses(), world.book(), world.lessons(), world.decisions(), world.habits(),
            world.preferences());
    private final Refile refile = new Refile(
            transactions, sorter, world.sorting(), world.mail(), world.history(), live, clock);
    private final Pieces pieces = new Pieces(
            transactions, world.jobs(), world.actions(), events, clock);
    private final SortStoredMail sortStoredMail = new SortStoredMail(
            pieces, world.accounts(), world.sorting(), refile, world.jobs(), world.actions(), blobs,
            new PlainMessageParser(), events, ids, clock);
    private final LearnSenders learnSenders = new LearnSenders(
            transactions, world.accounts(), world.mail(), world.book(), world.sorting(), refile);
    private final Lookup lookup = new Lookup(
            transactions, world.ruleMail(), world.decisions(), blobs, new PlainMessageParser());
    private final ScriptedSubmission submission = new ScriptedSubmission(world::isInTransaction);
    private final RecordingPrograms programs = new RecordingPrograms(world::isInTransaction);
    private final CountingAttemptLimit attemptsToForward = new CountingAttemptLimit();
    private final PlainSendingKeys keys = new PlainSendingKeys();
    private final RuleEffects ruleEffects = new RuleEffects(
            transactions, new ActForOwner(world.scope(), folderChoice, deeds, world.actions()),
            new FileByRule(world.sorting(), refile), new RuleErrands(
                    world.accounts(), world.forwardingAddresses(), world.answerLog(), world.errands(), keys, events,
                    ids),
            world.history(), world.mail(), world.preferences(), live, clock);

    public InMemoryWorld world() {
        return world;
    }

    public InMemoryTransactions transactions() {
        return transactions;
    }

    public InMemoryEvents events() {
        return events;
    }

    public InMemoryWatchedAccounts watched() {
        return watched;
    }

    public InMemoryBlobStore blobs() {
        return blobs;
    }

    public ScriptedMailServer server() {
        return server;
    }

    public RecordingLiveUpdates live() {
        return live;
    }

    public RecordingChannel channel() {
        return channel;
    }

    public MovableClock clock() {
        return clock;
    }

    public ScriptedOAuthClient oauth() {
        return oauth;
    }

    public OpenAccount openAccount() {
        return openAccount;
    }

    public RequestSync requestSync() {
        return requestSync;
    }

    public WatchAccounts watchAccounts() {
        return watchAccounts;
    }

    public LearnSenders learnSenders() {
        return learnSenders;
    }

    public AddAccount addAccount() {
        return new AddAccount(transactions, world.accounts(), world.vault(), server, events,
                new CountingAttemptLimit(), ids, clock);
    }

    public ReconnectAccount reconnectAccount() {
        return new ReconnectAccount(transactions, world.accounts(), world.vault(), world.statuses(), server, events,
                new CountingAttemptLimit(), clock);
    }

    public ConnectByConsent connectByConsent() {
        return new ConnectByConsent(oauth, addAccount(), reconnectAccount(), new CountingAttemptLimit());
    }

    public RemoveAccount removeAccount() {
        return new RemoveAccount(transactions, world.accounts(), events);
    }

    public RequestDueSyncs requestDueSyncs() {
        return new RequestDueSyncs(transactions, watched, events, clock);
    }

    public RelayEvents relayEvents() {
        return new RelayEvents(transactions, events, channel, clock);
    }

    public MailFlow mailFlow() {
        return new MailFlow(syncAccount("node"), watchAccounts, new CleanUpAccount(blobs), learnSenders,
                runRules(), wakeConversations(), sortAccount(), workOnJobs(), runErrands());
    }

    public SortAccount sortAccount() {
        return new SortAccount(transactions, world.accounts(), sortStoredMail, ids);
    }

    public CorrectSorting correctSorting() {
        return new CorrectSorting(
                transactions, world.scope(), world.sorting(), refile, world.lessons(), world.decisions(),
                new LearnHabits(world.sorting(), sorter, world.habits()), world.actions(), ids, clock);
    }

    public DecideSenders decideSenders() {
        return new DecideSenders(
                transactions, world.accounts(), world.decisions(), world.lessons(), world.sorting(), refile,
                world.actions(), ids, clock);
    }

    public ShowScreener showScreener() {
        return new ShowScreener(transactions, world.doorstep(), world.decisions(), world.accounts(), world.book());
    }

    public ExplainSorting explainSorting() {
        return new ExplainSorting(
                transactions, world.scope(), world.sorting(), sorter, world.history(), world.actions(), clock);
    }

    public ForgetLesson forgetLesson() {
        return new ForgetLesson(transactions, world.accounts(), world.lessons(), world.sorting(), refile);
    }

    public ListDecisions listDecisions() {
        return new ListDecisions(transactions, world.decisions());
    }

    public ListOrganisationsDecisions listOrganisationsDecisions() {
        return new ListOrganisationsDecisions(transactions, world.decisions());
    }

    public DecideForOrganisation decideForOrganisation() {
        return new DecideForOrganisation(
                transactions, world.decisions(), world.sorting(), refile, clock);
    }

    public SortAllMail sortAllMail() {
        return new SortAllMail(transactions, world.accounts(), sortStoredMail, ids);
    }

    public ListJobs listJobs() {
        return new ListJobs(transactions, world.jobs());
    }

    public CancelJob cancelJob() {
        return new CancelJob(transactions, world.jobs(), clock);
    }

    public WorkOnJobs workOnJobs() {
        return new WorkOnJobs(transactions, world.jobs(), sortStoredMail, new RunRuleOnStoredMail(
                transactions, pieces, world.rules(), world.people(), world.ruleMail(), lookup, ruleEffects, clock));
    }

    /** The submission server of every account. */
    public ScriptedSubmission submission() {
        return submission;
    }

    /** The programs that are told of mail. */
    public RecordingPrograms programs() {
        return programs;
    }

    /** Sends three messages an hour at most. */
    public RunErrands runErrands() {
        return new RunErrands(
                transactions, world.errands(), world.forwardingAddresses(), world.history(), world.people(),
                openAccount,
                submission, new PlainMessageWriter(), programs, blobs, new PlainMessageParser(), keys, clock, 3);
    }

    public RequestDueErrands requestDueErrands() {
        return new RequestDueErrands(transactions, watched, events, clock);
    }

    public AskToForward askToForward() {
        return new AskToForward(
                transactions, world.forwardingAddresses(), world.accounts(), world.people(), openAccount, submission,
                new PlainMessageWriter(), blobs, new PlainMessageParser(), keys, attemptsToForward, ids, clock);
    }

    public ConfirmForwarding confirmForwarding() {
        return new ConfirmForwarding(transactions, world.forwardingAddresses(), keys, clock);
    }

    public Lookup lookup() {
        return lookup;
    }

    public RunRules runRules() {
        return new RunRules(
                transactions, world.rules(), world.people(), world.accounts(), world.mail(), world.ruleMail(),
                world.ruleRuns(), lookup, ruleEffects, ids, clock);
    }

    public ApplyRule applyRule() {
        return new ApplyRule(
                transactions, world.rules(), world.people(), world.accounts(), world.ruleMail(), world.jobs(), events,
                ids, clock);
    }

    /** Synchronisation as one node does it. */
    public SyncAccount syncAccount(String node) {
        var claims = new Claims(transactions, world.statuses(), live, clock);
        var arrivals = new Arrivals(
                transactions, world.mail(), world.states(), blobs, new PlainMessageParser(), events, ids, claims,
                new Recall(world.standings(), clock),
                new SortArrivals(sorter, world.sorting(), world.history(), world.accounts(), clock));
        var syncMailbox = new SyncMailbox(transactions, world.mail(), world.states(), world.folders(),
                world.statuses(), blobs, arrivals, claims, Runnable::run, clock);
        var sameFolder = new SameFolder(transactions, world.mail(), world.states(), blobs);
        var syncFolders = new SyncFolders(transactions, world.mail(), sameFolder, claims, ids);
        var carryOutChanges = new CarryOutChanges(transactions, world.changes(), world.mail(), live, clock);
        return new SyncAccount(transactions, openAccount, server, world.mail(), world.folders(),
                world.statuses(), world.changes(), carryOutChanges, syncFolders, syncMailbox, claims, live, events,
                ids, clock, node);
    }

    public PauseSync pauseSync() {
        return new PauseSync(transactions, world.accounts(), world.statuses(), events, live, clock);
    }

    public ResyncAccount resyncAccount() {
        return new ResyncAccount(transactions, world.accounts(), world.folders(), events);
    }

    public ShowSync showSync() {
        return new ShowSync(transactions, world.accounts(), world.statuses(), world.folders(), world.changes(),
                watchAccounts);
    }

    public ChangeMail changeMail() {
        return new ChangeMail(
                transactions, world.scope(), world.index(), folderChoice, deeds, world.actions(), ids, clock);
    }

    public CategorizeList categorizeList() {
        return new CategorizeList(
                transactions, world.scope(), world.index(), new FileByRule(world.sorting(), refile), world.history(),
                world.actions(), ids, clock);
    }

    public UndoAction undoAction() {
        return new UndoAction(transactions, world.actions(), deeds, clock);
    }

    public UndoAutomatic undoAutomatic() {
        return new UndoAutomatic(transactions, world.actions(), deeds, clock);
    }

    public ListActions listActions() {
        return new ListActions(transactions, world.actions());
    }

    public WakeConversations wakeConversations() {
        return new WakeConversations(transactions, world.standings(), live, clock);
    }

    public ResumeJobs resumeJobs() {
        return new ResumeJobs(transactions, new InMemoryStalledJobs(world), events, clock);
    }

    public RequestDueWakes requestDueWakes() {
        return new RequestDueWakes(transactions, watched, events, clock);
    }

    public CreateMailbox createMailbox() {
        return new CreateMailbox(
                transactions, world.accounts(), folderChoice, world.folderQueue(), events, live, ids);
    }

    public RenameMailbox renameMailbox() {
        return new RenameMailbox(transactions, folderChoice, world.folderQueue(), events, live);
    }

    public DropMailbox dropMailbox() {
        return new DropMailbox(transactions, folderChoice, world.folderQueue(), world.scope(), world.changes(),
                world.mail(), events, live);
    }

    public ChooseRole chooseRole() {
        return new ChooseRole(
                transactions, folderChoice, world.folderQueue(), world.mail(), world.scope(), live);
    }

    public ListRefusals listRefusals() {
        return new ListRefusals(transactions, world.actions());
    }

    public DismissRefusals dismissRefusals() {
        return new DismissRefusals(transactions, world.actions());
    }

    /** An account of somebody new at the server, with its sign-in. */
    public Account connected() {
        var account = world.accountOf(world.somebody());
        world.run(account.owner(), () -> world.vault().keep(
                account.id(), new SignIn.Password("ada", new Secret("s3cret"))));
        return account;
    }

    /** An account whose owner has consented at its provider, with tokens of now. */
    public Account consented() {
        var account = world.accountOf(world.somebody());
        var address = account.address().address();
        world.run(account.owner(), () -> world.vault().keep(
                account.id(),
                new SignIn.OAuth(address, ScriptedOAuthClient.PROVIDER.key(), oauth.tokensOf(address))));
        return account;
    }

    /** What opens an account, as it is kept now. */
    public SignIn signIn(Account account) {
        return as(account.owner(), () -> world.vault().open(account.id()));
    }

    /** Compares an account with the server. */
    public void sync(Account account) {
        syncAccount("node").sync(account.owner(), account.id());
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        clock.pass(time);
    }

    /** Reads as {@code person}. */
    public <T> T as(PersonId person, Supplier<T> work) {
        return transactions.call(Actor.of(person), work);
    }

    /** How synchronisation of an account stands. */
    public SyncStatus status(Account account) {
        return as(account.owner(), () -> world.statuses().status(account.id())).orElseThrow();
    }

    /** The messages of a view, latest first. */
    public List<EmailView> emails(Account account, MailView view) {
        var query = new ListQuery(new Scope.OneAccount(account.id(), view), false, ListPosition.START, ListQuery.MOST);
        return as(account.owner(), () -> world.reader().emails(query)).items();
    }

    /** The conversations of a view, latest first. */
    public List<ThreadRow> threads(Account account, MailView view) {
        var query = new ListQuery(new Scope.OneAccount(account.id(), view), false, ListPosition.START, ListQuery.MOST);
        return as(account.owner(), () -> world.reader().threads(query)).items();
    }

    /** The subjects of a view's messages, latest first. */
    public List<String> subjects(Account account, MailView view) {
        return emails(account, view).stream().map(it -> it.headers().subject().value()).toList();
    }

    /** The folders as their owner sees them, by path. */
    public Map<String, Mailbox> folders(Account account) {
        return as(account.owner(), world.reader()::mailboxes).stream()
                .map(MailboxRow::mailbox)
                .filter(it -> it.account().equals(account.id()))
                .collect(Collectors.toMap(Mailbox::path, it -> it));
    }

    /** How many messages a folder shows, by its path. */
    public long total(Account account, String path) {
        return as(account.owner(), world.reader()::mailboxes).stream()
                .filter(it -> it.mailbox().account().equals(account.id()) && it.mailbox().path().equals(path))
                .mapToLong(MailboxRow::total)
                .sum();
    }

    /** How many changes the server does not know yet. */
    public long waitingChanges(Account account) {
        return this.<Long>as(account.owner(), () -> world.changes().count(account.id()));
    }

    /** The events of one kind that wait, oldest first. */
    public <T extends MailEvent> List<T> waiting(Class<T> kind) {
        return events.waiting().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
