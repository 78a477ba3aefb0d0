package org.waxwing.application.sync;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standings;

/** What new messages mean for conversations that were put away. Within an open transaction. */
public class Recall {
    private final Standings standings;
    private final Clock clock;

    public Recall(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * Brings snoozed conversations back in which somebody answered.
     *
     * @return those of the conversations that are muted: nothing is said about them
     */
    Set<ThreadId> recall(AccountId account, List<Email> arrived) {
        var standing = standings.of(account, threads(arrived));
        if (standing.isEmpty()) return Set.of();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answered = standings.answered(account, arrived.stream().map(Email::id).toList());
        if (!answered.isEmpty()) {
            var outside = standings.outside(account, answered.keySet());
            answered.forEach((thread, was) -> standings.stand(
                    account, was.awoken(outside.contains(thread), now), Set.of(thread)));
        }
        var muted = new HashSet<>(standing.keySet());
        muted.removeIf(it -> !standing.getOrDefault(it, Standing.USUAL).muted());
        return muted;
    }

    private static Collection<ThreadId> threads(List<Email> arrived) {
        return arrived.stream().map(Email::thread).collect(Collectors.toSet());
    }
}
