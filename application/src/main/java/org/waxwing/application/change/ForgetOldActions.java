package org.waxwing.application.change;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionLog;

/** Clears away what nobody can undo any more, also of people who never come back. */
public class ForgetOldActions {
    private final Transactions transactions;
    private final ActionLog log;

    public ForgetOldActions(Transactions transactions, ActionLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /** Forgets what was done more than a month ago. */
    public void forget() {
        transactions.run(new Actor.House(), log::forgetOld);
    }
}
