package org.waxwing.application.triage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standings;

/** Brings conversations whose snooze has ended back to the top of the Imbox. */
public class WakeConversations {
    private final Transactions transactions;
    private final Standings standings;
    private final LiveUpdates live;
    private final Clock clock;

    public WakeConversations(Transactions transactions, Standings standings, LiveUpdates live, Clock clock) {
        this.transactions = transactions;
        this.standings = standings;
        this.live = live;
        this.clock = clock;
    }

    /** Brings back what is due by now; safe to repeat, and to do on several nodes at once. */
    public void wake(PersonId owner, AccountId account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.run(Actor.of(owner), () -> {
            var due = standings.due(account, now);
            if (due.isEmpty()) return;
            wake(account, due, now);
            transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
        });
    }

    private void wake(AccountId account, Map<ThreadId, Standing> due, Instant now) {
        var outside = standings.outside(account, due.keySet());
        var awoken = new HashMap<Standing, Set<ThreadId>>();
        due.forEach((thread, was) -> awoken
                .computeIfAbsent(was.awoken(outside.contains(thread), now), it -> new HashSet<>())
                .add(thread));
        awoken.forEach((is, threads) -> standings.stand(account, is, threads));
    }
}
