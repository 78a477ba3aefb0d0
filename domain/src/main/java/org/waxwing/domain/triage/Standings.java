package org.waxwing.domain.triage;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * Where the conversations of accounts stand. Needs an open transaction of the account's owner. Those that stand as usual
 * are left out of every answer. Whoever has asked is the only one who can change anything in that account until the end
 * of the transaction, so that what is decided by an answer is still true when it is written.
 */
public interface Standings {
    /** Where these stand. */
    Map<ThreadId, Standing> of(AccountId account, Collection<ThreadId> threads);

    /** Which of these have no message in the inbox. */
    Set<ThreadId> outside(AccountId account, Collection<ThreadId> threads);

    /** Lets these stand like that, with everything that is listed and counted; those that are not there are passed over. */
    void stand(AccountId account, Standing standing, Collection<ThreadId> threads);

    /** Those that are snoozed until {@code now} or were until before. */
    Map<ThreadId, Standing> due(AccountId account, Instant now);

    /**
     * Those that are snoozed and in which one of these messages was received, by a folder, after all others or in the same
     * second: servers tell no shorter time.
     */
    Map<ThreadId, Standing> answered(AccountId account, Collection<EmailId> arrived);
}
