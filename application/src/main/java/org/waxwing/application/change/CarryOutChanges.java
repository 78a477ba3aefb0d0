package org.waxwing.application.change;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.CarryPlan;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.WaitingChange;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.RemoteChange;

/**
 * Carries what was done here to the server. Where somebody else did something to the same message meanwhile, the rule
 * is: a message that is not any more where we took it from has been moved or removed there, and that stays; a keyword
 * becomes what the latest of the two wanted, which for one keyword is what we want unless it is so already; all else
 * does not collide. What the server refuses is taken back here and told to its owner.
 */
public class CarryOutChanges {
    private static final int AT_ONCE = 1_000;
    // a queue that never gets shorter must not hold a pass for ever
    private static final int MOST_ROUNDS = 10_000;

    private final Transactions transactions;
    private final ChangeQueue queue;
    private final MailStore mail;
    private final LiveUpdates live;
    private final Clock clock;

    public CarryOutChanges(
            Transactions transactions, ChangeQueue queue, MailStore mail, LiveUpdates live, Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.mail = mail;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Carries everything that waits and can be carried now to the server behind {@code session}.
     *
     * @param write does what it is given in a transaction of the owner, as long as nobody else has taken the account
     * @return whether something is left that has to be found at the server before it can be carried
     */
    public boolean carryOut(
            PersonId owner, AccountId account, MailProvider.Session session, Consumer<Runnable> write) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var waiting = transactions.call(Actor.of(owner), () -> queue.waiting(account, AT_ONCE));
            var steps = CarryPlan.steps(waiting);
            if (steps.isEmpty()) return !waiting.isEmpty();
            for (var step : steps) if (!take(owner, account, session, write, step)) return true;
            if (waiting.size() < AT_ONCE && !waits(waiting, steps)) return false;
        }
        return true;
    }

    private static boolean waits(List<WaitingChange> waiting, List<CarryPlan.Step> steps) {
        return steps.stream().mapToInt(it -> it.positions().size()).sum() < waiting.size();
    }

    /** Whether the next step may follow: not when the folder was numbered anew, as all we know of it is void then. */
    private boolean take(
            PersonId owner,
            AccountId account,
            MailProvider.Session session,
            Consumer<Runnable> write,
            CarryPlan.Step planned) {
        // their owner may have thought better of it since the plan was made; from now on they can only add to it
        var attempted = new AtomicReference<List<WaitingChange>>(List.of());
        write.accept(() -> attempted.set(queue.attempt(account, planned.positions())));
        for (var step : CarryPlan.steps(attempted.get()))
            if (!carry(owner, account, session, write, step)) return false;
        return true;
    }

    private boolean carry(
            PersonId owner,
            AccountId account,
            MailProvider.Session session,
            Consumer<Runnable> write,
            CarryPlan.Step step) {
        Map<Long, Set<RemoteChange.Place>> moved = new HashMap<>();
        for (var command : step.commands()) {
            switch (session.carryOut(command.change())) {
                case RemoteChange.Outcome.Done(var places) ->
                    places.forEach((uid, place) -> {
                        var position = command.positions().get(uid);
                        if (position != null)
                            moved.computeIfAbsent(position, it -> new HashSet<>()).add(place);
                    });
                case RemoteChange.Outcome.Renumbered() -> {
                    return false;
                }
                case RemoteChange.Outcome.Refused(var why) -> {
                    refused(owner, account, write, step, why);
                    return true;
                }
            }
        }
        write.accept(() -> queue.done(account, step.positions(), moved));
        return true;
    }

    private void refused(
            PersonId owner,
            AccountId account,
            Consumer<Runnable> write,
            CarryPlan.Step step,
            RemoteChange.Refusal why) {
        write.accept(() -> {
            mail.settle(account, queue.refused(account, step.positions(), why, clock.instant()));
            transactions.afterCommit(() -> live.tell(owner, List.of(
                    new LiveUpdate.MailChanged(account), new LiveUpdate.ChangeRefused(account))));
        });
    }
}
