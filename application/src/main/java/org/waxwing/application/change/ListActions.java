package org.waxwing.application.change;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;

/** What a person did to mail in the last thirty days. */
public class ListActions {
    private final Transactions transactions;
    private final ActionLog log;

    public ListActions(Transactions transactions, ActionLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /** What {@code owner} did, latest first, behind {@code after}. */
    public Window<ActionLog.Logged> list(PersonId owner, ListPosition after, int atMost) {
        return transactions.call(Actor.of(owner), () -> log.done(after, atMost));
    }
}
