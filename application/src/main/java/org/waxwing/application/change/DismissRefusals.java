package org.waxwing.application.change;

import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.identity.PersonId;

/** Puts notices about refused changes away. */
public class DismissRefusals {
    private final Transactions transactions;
    private final ActionLog log;

    public DismissRefusals(Transactions transactions, ActionLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /** Puts these away; those of others, and those that are gone, are passed over. */
    public void dismiss(PersonId owner, Set<RefusalId> refusals) {
        transactions.run(Actor.of(owner), () -> log.dismiss(refusals));
    }
}
