package org.waxwing.domain.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;

/**
 * How synchronisation stands, and who does it: one pass at a time for an account, in the whole cluster. Clocks may be
 * set back or forth: no time in here is believed that lies further ahead than it can have been meant. Needs an open
 * transaction of the account's owner.
 */
public interface SyncStatusStore {
    /**
     * What a pass has taken on.
     *
     * @param full whether all messages are to be compared, not just what happened since
     * @param attempts how often the account failed in a row before
     */
    record Claim(boolean full, int attempts) {}

    /** How the account stands; empty when there is no such account. */
    Optional<SyncStatus> status(AccountId account);

    /** How each account of the owner stands, by one question however many there are. */
    Map<AccountId, SyncStatus> all();

    /**
     * Takes the account for a pass until {@code until}, unless somebody else has it; then they are told to look once
     * more when they are done. An account that is paused or needs a sign-in cannot be taken.
     *
     * @param holder names the one pass that asks
     * @return what was taken; empty when it was not
     */
    Optional<Claim> claim(AccountId account, String holder, Instant now, Instant until);

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

    /** Notes that the pass compared every message, and what that repaired; the next full comparison is due at {@code next}. */
    void compared(AccountId account, String holder, long repaired, Instant now, Instant next);

    /**
     * Ends a pass that failed and gives the account back.
     *
     * @param phase how the account stands now: still {@code SYNCING} when it is tried again at once
     */
    void failed(
            AccountId account,
            String holder,
            ConnectionProblem problem,
            SyncStatus.Phase phase,
            Instant now,
            Instant nextAttempt);

    /** Lets an account be taken again whose sign-in was refused; a paused one stays so. */
    void wake(AccountId account);

    /** Pauses the account, whoever holds it, or lets it go on at once. Safe to repeat. */
    void pause(AccountId account, boolean paused, Instant now);

    /**
     * The owner has reconnected the account: nothing is wrong with it any more and its next attempt is due. A pass that
     * still runs with what opened the account before loses its claim, so that its failure is not taken for a new one.
     */
    void reconnected(AccountId account, Instant now);
}
