package org.waxwing.application.account;

import java.util.List;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatusStore;

/** The accounts of a person, and how each of them is. */
public class ListAccounts {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SyncStatusStore statuses;
    private final WatchAccounts watches;

    public ListAccounts(
            Transactions transactions, AccountStore accounts, SyncStatusStore statuses, WatchAccounts watches) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.statuses = statuses;
        this.watches = watches;
    }

    /** All accounts of {@code owner}, oldest first. */
    public List<AccountHealth> list(PersonId owner) {
        return transactions.call(
                Actor.of(owner),
                () -> {
                    var known = statuses.all();
                    // one that came between the two questions is told of next time
                    return accounts.all().stream()
                            .flatMap(account -> Optional.ofNullable(known.get(account.id())).stream()
                                    .map(status -> health(account, status)))
                            .toList();
                });
    }

    private AccountHealth health(Account account, SyncStatus status) {
        return new AccountHealth(account, status, watches.watches(account.id()));
    }
}
