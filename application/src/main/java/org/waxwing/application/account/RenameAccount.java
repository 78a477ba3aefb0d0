package org.waxwing.application.account;

import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;

/** Calls an account something else. */
public class RenameAccount {
    private final Transactions transactions;
    private final AccountStore accounts;

    public RenameAccount(Transactions transactions, AccountStore accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * Renames an account.
     *
     * @param name blank for its address
     * @return the account under its new name; empty when {@code owner} has no such account
     */
    public Optional<Account> rename(PersonId owner, AccountId id, String name) {
        return transactions.call(Actor.of(owner), () -> {
            var renamed = accounts.account(id).map(account -> account.named(name));
            renamed.ifPresent(accounts::replace);
            return renamed;
        });
    }
}
