package org.waxwing.application.sorting;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.Job;

/** Has all mail of a person sorted again, in the background. */
public class SortAllMail {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SortStoredMail sortStoredMail;
    private final Ids ids;

    public SortAllMail(
            Transactions transactions, AccountStore accounts, SortStoredMail sortStoredMail, Ids ids) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.sortStoredMail = sortStoredMail;
        this.ids = ids;
    }

    /** Begins a job for each account; all of it is one action, which can be undone. */
    public List<Job> sort(PersonId owner) {
        var action = new ActionId(ids.next());
        return transactions.call(Actor.of(owner), () -> accounts.all().stream()
                .map(it -> sortStoredMail.begin(owner, it.id(), action, true)).toList());
    }
}
