package org.waxwing.application.sync;

import java.util.List;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatusStore;

/** How the synchronisation of an account stands, folder by folder. */
public class ShowSync {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SyncStatusStore statuses;
    private final FolderStateStore folders;
    private final ChangeQueue queue;
    private final WatchAccounts watches;

    public ShowSync(
            Transactions transactions,
            AccountStore accounts,
            SyncStatusStore statuses,
            FolderStateStore folders,
            ChangeQueue queue,
            WatchAccounts watches) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.statuses = statuses;
        this.folders = folders;
        this.queue = queue;
        this.watches = watches;
    }

    /**
     * The state of an account.
     *
     * @param watched whether its inbox is being watched by this node
     * @param waitingChanges what the owner did and the server does not know yet
     * @param folders in the order of their roles, then by path
     */
    public record Report(
            Account account, SyncStatus status, boolean watched, long waitingChanges, List<FolderHealth> folders) {
        public Report {
            folders = List.copyOf(folders);
        }
    }

    /** The state of {@code account}; empty when {@code owner} has no such account. */
    public Optional<Report> show(PersonId owner, AccountId account) {
        return transactions.call(Actor.of(owner), () -> accounts.account(account)
                .flatMap(it -> statuses.status(account).map(status -> new Report(
                        it, status, watches.watches(account), queue.count(account), folders.health(account)))));
    }
}
