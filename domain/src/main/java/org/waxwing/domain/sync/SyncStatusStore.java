package org.waxwing.domain.sync;

import java.time.Instant;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;

/**
 * How synchronisation stands, and who does it: one pass at a time for an account, in the whole cluster. Needs an open
 * transaction of the account's owner.
 */
public interface SyncStatusStore {
    /** How the account stands; empty when there is no such account. */
    Optional<SyncStatus> status(AccountId account);

    /**
     * Takes the account for a pass until {@code until}, unless somebody else has it; then they are told to look once
     * more when they are done.
     *
     * @param holder names the one pass that asks
     * @return whether it was taken
     */
    boolean claim(AccountId account, String holder, Instant now, Instant until);

    /**
     * Reports progress and keeps the claim until {@code until}.
     *
     * @return false when the claim was lost meanwhile
     */
    boolean progress(AccountId account, String holder, long done, long total, Instant until);

    /**
     * Ends a pass that went through and gives the account back, unless someone asked for another look meanwhile.
     *
     * @return whether another pass is due at once; the claim then stays
     */
    boolean succeeded(AccountId account, String holder, Instant now, Instant nextAttempt);

    /** Ends a pass that failed and gives the account back. */
    void failed(AccountId account, String holder, ConnectionProblem problem, Instant now, Instant nextAttempt);

    /**
     * The owner has reconnected the account: nothing is wrong with it any more and its next attempt is due. A pass that
     * still runs with what opened the account before loses its claim, so that its failure is not taken for a new one.
     */
    void reconnected(AccountId account, Instant now);
}
