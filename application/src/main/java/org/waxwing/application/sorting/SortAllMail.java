package org.waxwing.application.sorting;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;

/** Has all mail of a person sorted again, in the background. */
public class SortAllMail {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SortStoredMail sortStoredMail;

    public SortAllMail(Transactions transactions, AccountStore accounts, SortStoredMail sortStoredMail) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.sortStoredMail = sortStoredMail;
    }

    /** Begins a job for each account. */
    public void sort(PersonId owner) {
        transactions.run(Actor.of(owner), () -> accounts.all().forEach(it -> sortStoredMail.begin(owner, it.id())));
    }
}
