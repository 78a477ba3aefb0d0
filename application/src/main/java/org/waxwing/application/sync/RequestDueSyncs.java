package org.waxwing.application.sync;

import java.time.Clock;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;

/** Asks for every account whose turn it is: those that nobody woke for a while, and those that failed a while ago. */
public class RequestDueSyncs {
    private final Transactions transactions;
    private final WatchedAccounts accounts;
    private final MailEvents events;
    private final Clock clock;

    public RequestDueSyncs(Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for all that are due; each is asked for once, whichever node looks first. */
    public void request() {
        var now = clock.instant();
        transactions.run(new Actor.House(), () -> accounts.due(now, now.plus(SyncAccount.BETWEEN_PASSES))
                .forEach(entry -> events.publish(new MailEvent.SyncWanted(entry.owner(), entry.account()))));
    }
}
