package org.waxwing.application.screening;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;

/** What an organisation has decided about senders, for everybody in it. */
public class ListOrganisationsDecisions {
    private final Transactions transactions;
    private final DecisionStore decisions;

    public ListOrganisationsDecisions(Transactions transactions, DecisionStore decisions) {
        this.transactions = transactions;
        this.decisions = decisions;
    }

    /** In the order of whom they are about. */
    public List<Decision> list(PersonId member) {
        return transactions.call(Actor.of(member), decisions::organisations);
    }
}
