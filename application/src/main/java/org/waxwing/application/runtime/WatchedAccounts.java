package org.waxwing.application.runtime;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

/** Which accounts there are, for the house: ids only. Needs an open transaction of the house. */
public interface WatchedAccounts {
    /** An account and whose it is. */
    record Entry(PersonId owner, AccountId account) {}

    /** Every account that is not paused and whose sign-in works as far as we know. */
    List<Entry> all();

    /** The accounts whose next synchronisation is due, and moves it to {@code next}, so that one node asks for it. */
    List<Entry> due(Instant now, Instant next);

    /**
     * The accounts in which something that was snoozed is due, and puts them off until {@code next}, so that one node wakes
     * it; what is due is not lost before it was woken.
     */
    List<Entry> toWake(Instant now, Instant next);

    /**
     * The accounts in which something that is to be sent is due, and puts them off until {@code next}, so that one node asks
     * for it; what is due is not lost before it was looked at.
     */
    List<Entry> toSend(Instant now, Instant next);

    /** Makes every account due at once for a comparison of all its messages. */
    void compareFully(Instant now);

    /** Gives back every account that passes of {@code node} held when it stopped, and makes them due at once. */
    void giveBack(String node);
}
