package org.waxwing.application.sync;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.FolderStateStore;

/** Fetches an account anew from scratch. What its owner did and the server does not know yet is not lost by it. */
public class ResyncAccount {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final FolderStateStore folders;
    private final MailEvents events;

    public ResyncAccount(
            Transactions transactions, AccountStore accounts, FolderStateStore folders, MailEvents events) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.folders = folders;
        this.events = events;
    }

    /**
     * Forgets what we hold of the account's folders and asks for a pass, which brings everything in again. Messages stay
     * readable until the server's answer replaces them; their ids and conversations stay the same.
     *
     * @return false when {@code owner} has no such account
     */
    public boolean resync(PersonId owner, AccountId account) {
        return transactions.call(Actor.of(owner), () -> {
            if (accounts.account(account).isEmpty()) return false;
            folders.startOver(account);
            events.publish(new MailEvent.SyncWanted(owner, account));
            return true;
        });
    }
}
