package org.waxwing.application.sync;

import java.time.Clock;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;

/** Asks for every account at once, for a scheduler outside; those that are paused or refused are left alone. */
public class RequestAllSyncs {
    private final Transactions transactions;
    private final WatchedAccounts accounts;
    private final MailEvents events;
    private final Clock clock;

    public RequestAllSyncs(Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for a pass of each.
     *
     * @param full whether the pass compares message by message, instead of asking for what happened since; it then
     *     begins with the next look at what is due
     * @return how many accounts were asked for
     */
    public int request(boolean full) {
        return transactions.call(new Actor.House(), () -> {
            var wanted = accounts.all();
            if (full) accounts.compareFully(clock.instant());
            else wanted.forEach(entry -> events.publish(new MailEvent.SyncWanted(entry.owner(), entry.account())));
            return wanted.size();
        });
    }
}
