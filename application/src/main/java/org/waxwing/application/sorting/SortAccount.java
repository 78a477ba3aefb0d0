package org.waxwing.application.sorting;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.identity.PersonId;

/** Has all mail of an account sorted again. */
public class SortAccount {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SortStoredMail sortStoredMail;
    private final Ids ids;

    public SortAccount(
            Transactions transactions, AccountStore accounts, SortStoredMail sortStoredMail, Ids ids) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.sortStoredMail = sortStoredMail;
        this.ids = ids;
    }

    /** Has all mail of an account sorted again, if it is still there. */
    public void sort(PersonId owner, AccountId account) {
        transactions.run(Actor.of(owner), () -> {
            if (accounts.account(account).isPresent())
                sortStoredMail.begin(owner, account, new ActionId(ids.next()), false);
        });
    }
}
