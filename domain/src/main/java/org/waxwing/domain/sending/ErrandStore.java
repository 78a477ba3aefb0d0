package org.waxwing.domain.sending;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;

/**
 * The errands of accounts: a queue that survives whatever crashes. Needs an open transaction of the account's owner. As long
 * as one is open, the house knows when its account is to be looked at.
 */
public interface ErrandStore {
    /** Writes new ones down, all of one account. */
    void add(AccountId account, Collection<Errand> errands);

    /** Those that are due, the longest due first. */
    List<ErrandId> due(AccountId account, Instant now, int atMost);

    /**
     * An errand, for the one who works on it: whoever else asks for it waits for the end of this transaction. Empty when
     * there is none.
     */
    Optional<Errand> take(ErrandId id);

    /** Notes how far it is. */
    void note(Errand errand);

    /**
     * How many messages of an account were begun since then, each counted once. Whoever else asks for the same account
     * waits for the end of this transaction, so that no two of them begin what only one may.
     */
    int begunSince(AccountId account, Instant since);

    /** The errands that a message caused, the first first. */
    List<Errand> of(EmailId email);

    /** Forgets what came to an end before that. */
    void forget(AccountId account, Instant before);
}
