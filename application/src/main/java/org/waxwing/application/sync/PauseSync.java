package org.waxwing.application.sync;

import java.time.Clock;
import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.SyncStatusStore;

/** Leaves an account alone for as long as its owner wants, or goes on with it. */
public class PauseSync {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final SyncStatusStore statuses;
    private final MailEvents events;
    private final LiveUpdates live;
    private final Clock clock;

    public PauseSync(
            Transactions transactions,
            AccountStore accounts,
            SyncStatusStore statuses,
            MailEvents events,
            LiveUpdates live,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.statuses = statuses;
        this.events = events;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Stops or resumes everything that reaches for the account's server; a running pass ends at its next step. What the
     * owner does to mail meanwhile waits.
     *
     * @return false when {@code owner} has no such account
     */
    public boolean pause(PersonId owner, AccountId account, boolean paused) {
        return transactions.call(Actor.of(owner), () -> {
            if (accounts.account(account).isEmpty()) return false;
            statuses.pause(account, paused, clock.instant());
            events.publish(paused
                    ? new MailEvent.AccountPaused(owner, account)
                    : new MailEvent.AccountResumed(owner, account));
            if (!paused) events.publish(new MailEvent.SyncWanted(owner, account));
            transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.SyncChanged(account))));
            return true;
        });
    }
}
