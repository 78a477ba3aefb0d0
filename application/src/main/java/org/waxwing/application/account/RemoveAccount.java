package org.waxwing.application.account;

import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;

/** Disconnects an account and removes everything of it here; at the server nothing changes. */
public class RemoveAccount {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final MailEvents events;

    public RemoveAccount(Transactions transactions, AccountStore accounts, MailEvents events) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.events = events;
    }

    /**
     * Removes the account.
     *
     * @return false when {@code owner} has no such account
     */
    public boolean remove(PersonId owner, AccountId id) {
        return transactions.call(Actor.of(owner), () -> {
            if (!accounts.remove(id)) return false;
            events.publish(new MailEvent.AccountRemoved(owner, id));
            return true;
        });
    }
}
