package org.waxwing.application.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ActionLog.Automatic;
import org.waxwing.domain.identity.PersonId;

/** Takes back what rules did, here and at the servers: to a message, by a rule, or in a time. */
public class UndoAutomatic {
    // enough that a month is soon undone, few enough that nobody waits for a transaction
    private static final int AT_ONCE = 50;

    private final Transactions transactions;
    private final ActionLog log;
    private final Deeds deeds;
    private final Clock clock;

    public UndoAutomatic(Transactions transactions, ActionLog log, Deeds deeds, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * What was taken back.
     *
     * @param actions how many actions; of what was done to one message, those it was a part of
     * @param changed messages that are different now, counted for each time
     */
    public record Undone(long actions, long changed) {}

    /**
     * Takes it back, the latest first, some actions in one transaction. Of what was done to a message only that is taken
     * back which concerns it and its conversation. What is left when it does not come to its end is taken back when it is
     * asked again.
     */
    public Undone undo(PersonId owner, Automatic which) {
        var actor = Actor.of(owner);
        var found = transactions.call(actor, () -> log.automatic(which, clock.instant()));
        long actions = 0;
        long changed = 0;
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            var some = found.subList(from, Math.min(found.size(), from + AT_ONCE));
            var undone = transactions.call(actor, () -> undo(owner, which, some));
            actions += undone.actions();
            changed += undone.changed();
        }
        return new Undone(actions, changed);
    }

    private Undone undo(PersonId owner, Automatic which, List<ActionId> latestFirst) {
        long actions = 0;
        var all = new ArrayList<ActionLog.Entry>();
        for (var action : latestFirst) {
            var entries = take(which, action);
            if (entries.isEmpty()) continue;
            actions++;
            // they are reversed from the end
            all.addAll(0, entries);
        }
        return new Undone(actions, all.isEmpty() ? 0 : deeds.reverse(owner, all));
    }

    private List<ActionLog.Entry> take(Automatic which, ActionId action) {
        var now = clock.instant();
        return switch (which) {
            case Automatic.ToMessage(var email) -> log.takePart(action, Set.of(email), now);
            case Automatic.OfAction(var one, var email) -> log.takePart(action, Set.of(email), now);
            case Automatic.ByRule rule -> log.take(action, now).orElse(List.of());
            case Automatic.Within time -> log.take(action, now).orElse(List.of());
        };
    }
}
