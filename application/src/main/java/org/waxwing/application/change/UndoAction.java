package org.waxwing.application.change;

import java.time.Clock;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;

/** Takes back what a person did to messages, here and at their servers. */
public class UndoAction {
    private final Transactions transactions;
    private final ActionLog log;
    private final Deeds deeds;
    private final Clock clock;

    public UndoAction(Transactions transactions, ActionLog log, Deeds deeds, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {
        /** Taken back, as far as the messages are still where it had put them. */
        record Undone(long changed) implements Result {}

        /** It is too late, or was taken back before. */
        record TooLate() implements Result {}

        /** This person did no such thing. */
        record NoSuchAction() implements Result {}
    }

    /** Takes back {@code action}. */
    public Result undo(PersonId owner, ActionId action) {
        return transactions.call(Actor.of(owner), () -> {
            var entries = log.take(action, clock.instant());
            if (entries.isEmpty()) return log.exists(action) ? new Result.TooLate() : new Result.NoSuchAction();
            return new Result.Undone(deeds.reverse(owner, entries.get()));
        });
    }
}
