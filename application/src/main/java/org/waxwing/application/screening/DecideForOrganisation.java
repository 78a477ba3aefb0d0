package org.waxwing.application.screening;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.sorting.SendersMail;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.sorting.SortingStore;

/**
 * Lets senders in, or keeps them out, for everybody in an organisation. Mail that is there already is sorted by it when
 * its owner has it sorted again; the administrator's own at once.
 */
public class DecideForOrganisation {
    private final Transactions transactions;
    private final DecisionStore decisions;
    private final SortingStore sorting;
    private final Refile refile;
    private final Clock clock;

    public DecideForOrganisation(
            Transactions transactions,
            DecisionStore decisions,
            SortingStore sorting,
            Refile refile,
            Clock clock) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.sorting = sorting;
        this.refile = refile;
        this.clock = clock;
    }

    /** What becomes of decisions for everybody. */
    public sealed interface Change {
        /** They are made; each is about letting in or keeping out. */
        record Decided(Collection<DecideSenders.Wish> wishes) implements Change {
            public Decided {
                wishes = List.copyOf(wishes);
            }
        }

        /** Those about these addresses and domains are taken back. */
        record Forgotten(Set<String> who) implements Change {
            public Forgotten {
                who = who.stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            }
        }
    }

    /**
     * Changes them; the caller knows that {@code administrator} may.
     *
     * @throws IllegalArgumentException one is about neither an address nor a domain
     */
    public void change(PersonId administrator, Change change) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.run(Actor.of(administrator), () -> {
            var who = switch (change) {
                case Change.Decided(var wishes) -> {
                    var made = wishes.stream().map(it -> it.decision(now)).toList();
                    decisions.decideForAll(made);
                    yield made.stream().map(Decision::who).collect(Collectors.toSet());
                }
                case Change.Forgotten(var whose) -> {
                    decisions.forgetForAll(whose);
                    yield whose;
                }
            };
            SendersMail.of(sorting, who)
                    .forEach((account, mail) -> refile.refile(administrator, account, mail, List.of()));
        });
    }
}
