package org.waxwing.application.flow;

import org.waxwing.application.account.CleanUpAccount;
import org.waxwing.application.jobs.WorkOnJobs;
import org.waxwing.application.rules.RunRules;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.screening.LearnSenders;
import org.waxwing.application.sending.RunErrands;
import org.waxwing.application.sorting.SortAccount;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.application.triage.WakeConversations;

/** The one switch: which use case answers which event. An event that nobody answers does not compile. */
public class MailFlow {
    private final SyncAccount syncAccount;
    private final WatchAccounts watchAccounts;
    private final CleanUpAccount cleanUpAccount;
    private final LearnSenders learnSenders;
    private final RunRules runRules;
    private final WakeConversations wakeConversations;
    private final SortAccount sortAccount;
    private final WorkOnJobs workOnJobs;
    private final RunErrands runErrands;

    public MailFlow(
            SyncAccount syncAccount,
            WatchAccounts watchAccounts,
            CleanUpAccount cleanUpAccount,
            LearnSenders learnSenders,
            RunRules runRules,
            WakeConversations wakeConversations,
            SortAccount sortAccount,
            WorkOnJobs workOnJobs,
            RunErrands runErrands) {
        this.syncAccount = syncAccount;
        this.watchAccounts = watchAccounts;
        this.cleanUpAccount = cleanUpAccount;
        this.learnSenders = learnSenders;
        this.runRules = runRules;
        this.wakeConversations = wakeConversations;
        this.sortAccount = sortAccount;
        this.workOnJobs = workOnJobs;
        this.runErrands = runErrands;
    }

    /** Does what {@code event} asks for; throws when it could not be done, so that it is delivered again. */
    public void handle(MailEvent event) {
        switch (event) {
            case MailEvent.AccountAdded added -> watchAccounts.watch(added.owner(), added.account());
            case MailEvent.AccountReconnected again -> {
                // a watch that still stands does so at the old servers
                watchAccounts.forget(again.account());
                watchAccounts.watch(again.owner(), again.account());
            }
            case MailEvent.AccountRemoved removed -> {
                watchAccounts.forget(removed.account());
                cleanUpAccount.cleanUp(removed.account());
            }
            case MailEvent.AccountPaused paused -> watchAccounts.forget(paused.account());
            case MailEvent.AccountResumed resumed -> watchAccounts.watch(resumed.owner(), resumed.account());
            case MailEvent.SyncWanted wanted -> syncAccount.sync(wanted.owner(), wanted.account());
            case MailEvent.WakeDue due -> wakeConversations.wake(due.owner(), due.account());
            case MailEvent.EmailsArrived arrived -> {
                // rules ask who is known
                learnSenders.learn(arrived);
                runRules.run(arrived);
            }
            case MailEvent.AccountRead read -> sortAccount.sort(read.owner(), read.account());
            case MailEvent.JobDue due -> workOnJobs.work(due);
            case MailEvent.ErrandsDue due -> runErrands.run(due.owner(), due.account());
        }
    }
}
