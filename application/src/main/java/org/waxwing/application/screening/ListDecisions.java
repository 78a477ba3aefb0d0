package org.waxwing.application.screening;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;

/** What a person has decided about senders. */
public class ListDecisions {
    private static final int SHOWN = 500;

    private final Transactions transactions;
    private final DecisionStore decisions;

    public ListDecisions(Transactions transactions, DecisionStore decisions) {
        this.transactions = transactions;
        this.decisions = decisions;
    }

    /** The latest first. */
    public List<Decision> list(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> decisions.own(SHOWN));
    }
}
