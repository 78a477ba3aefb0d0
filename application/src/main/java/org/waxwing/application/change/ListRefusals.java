package org.waxwing.application.change;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.identity.PersonId;

/** The changes that servers refused and that were taken back here. */
public class ListRefusals {
    private static final int MOST = 100;

    private final Transactions transactions;
    private final ActionLog log;

    public ListRefusals(Transactions transactions, ActionLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /** Those that {@code owner} has not put away yet, latest first, at most a hundred. */
    public List<Refused> list(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> log.refusals(MOST));
    }
}
