package org.waxwing.application.screening;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.sorting.SendersMail;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.sorting.SortingStore;

/** Takes a decision about a sender back: their mail is sorted as if nobody had decided. */
public class ForgetDecision {
    private final Transactions transactions;
    private final DecisionStore decisions;
    private final SortingStore sorting;
    private final Refile refile;

    public ForgetDecision(
            Transactions transactions,
            DecisionStore decisions,
            SortingStore sorting,
            Refile refile) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.sorting = sorting;
        this.refile = refile;
    }

    /** Takes back what was decided about that address or domain, if anything was. */
    public void forget(PersonId owner, String who) {
        var whose = Set.of(who.strip().toLowerCase(Locale.ROOT));
        transactions.run(Actor.of(owner), () -> {
            decisions.forget(whose);
            SendersMail.of(sorting, whose)
                    .forEach((account, mail) -> refile.refile(owner, account, mail, List.of()));
        });
    }
}
