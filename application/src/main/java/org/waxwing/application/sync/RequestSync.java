package org.waxwing.application.sync;

import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.SyncStatusStore;

/** Asks, for its owner, for an account to be compared with its server, now; also one whose sign-in was refused. */
public class RequestSync {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SyncStatusStore statuses;
    private final MailEvents events;

    public RequestSync(
            Transactions transactions, AccountStore accounts, SyncStatusStore statuses, MailEvents events) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.statuses = statuses;
        this.events = events;
    }

    /**
     * Asks.
     *
     * @return false when {@code owner} has no such account
     */
    public boolean request(PersonId owner, AccountId account) {
        return transactions.call(Actor.of(owner), () -> {
            if (accounts.account(account).isEmpty()) return false;
            statuses.wake(account);
            events.publish(new MailEvent.SyncWanted(owner, account));
            return true;
        });
    }
}
