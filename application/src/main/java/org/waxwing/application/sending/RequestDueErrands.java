package org.waxwing.application.sending;

import java.time.Clock;
import java.time.Duration;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;

/** Asks for every account in which something waits to be sent, also when the event that told of it got lost. */
public class RequestDueErrands {
    // should the event get lost, it is asked for again
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final WatchedAccounts accounts;
    private final MailEvents events;
    private final Clock clock;

    public RequestDueErrands(Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for all that are due; each is asked for once, whichever node looks first. */
    public void request() {
        var now = clock.instant();
        transactions.run(new Actor.House(), () -> accounts.toSend(now, now.plus(BEFORE_ASKING_AGAIN))
                .forEach(entry -> events.publish(new MailEvent.ErrandsDue(entry.owner(), entry.account()))));
    }
}
