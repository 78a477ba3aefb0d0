package org.waxwing.application.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.sync.SyncStatusStore;

/** Writing as the holder of an account's claim, which every write renews. */
public class Claims {
    /** How long a pass may be silent before another one may take over. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    // well within a claim, so that a slow server or a huge message does not cost the pass its account
    private static final Duration RENEWAL = CLAIM.dividedBy(4);

    private final Transactions transactions;
    private final SyncStatusStore statuses;
    private final LiveUpdates live;
    private final Clock clock;

    public Claims(Transactions transactions, SyncStatusStore statuses, LiveUpdates live, Clock clock) {
        this.transactions = transactions;
        this.statuses = statuses;
        this.live = live;
        this.clock = clock;
    }

    /** Renews the claim when it is time. Needs no open transaction. */
    void keep(Pass pass) {
        var now = clock.instant();
        // a clock that was set back must not let a claim run out either
        boolean fresh = now.isBefore(pass.claimedAt().plus(RENEWAL)) && !now.isBefore(pass.claimedAt());
        if (!fresh) write(pass, () -> {});
    }

    /**
     * Does {@code work} in one transaction, as long as the pass holds the claim.
     *
     * @throws Pass.Superseded it does not any more
     */
    void write(Pass pass, Runnable work) {
        write(pass, pass.done(), pass.total(), work);
    }

    /** As {@link #write}, reporting that {@code done} messages of {@code total} are stored by it. */
    void write(Pass pass, long done, long total, Runnable work) {
        var now = clock.instant();
        transactions.run(Actor.of(pass.owner()), () -> {
            if (!statuses.progress(pass.account(), pass.holder(), done, total, now.plus(CLAIM)))
                throw new Pass.Superseded(pass.account());
            work.run();
        });
        pass.claimed(now);
    }

    /** Tells open pages, once the running transaction has committed. */
    void tellAfterwards(Pass pass, List<LiveUpdate> updates) {
        transactions.afterCommit(() -> live.tell(pass.owner(), updates));
    }
}
