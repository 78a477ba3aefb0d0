package org.waxwing.application.triage;

import java.time.Clock;
import java.time.Duration;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;

/** Asks for every account in which a snooze has ended, also while nobody was there to look. */
public class RequestDueWakes {
    // should the event get lost, it is asked for again
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final WatchedAccounts accounts;
    private final MailEvents events;
    private final Clock clock;

    public RequestDueWakes(Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for all that are due; each is asked for once, whichever node looks first. */
    public void request() {
        var now = clock.instant();
        transactions.run(new Actor.House(), () -> accounts.toWake(now, now.plus(BEFORE_ASKING_AGAIN))
                .forEach(entry -> events.publish(new MailEvent.WakeDue(entry.owner(), entry.account()))));
    }
}
