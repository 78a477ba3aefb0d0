package org.waxwing.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;

/**
 * How far each folder is followed, and how well. Needs an open transaction of the account's owner.
 */
public interface FolderStateStore {
    /** Where folders stood when our copy was last equal to them; those never followed to the end are left out. */
    Map<MailboxId, SyncPoint> points(AccountId account);

    /**
     * Notes that our copy is equal to the folder as it stood at {@code point}.
     *
     * @param undelivered messages that the server has and did not deliver
     */
    void caughtUp(AccountId account, MailboxId mailbox, SyncPoint point, long undelivered, Instant now);

    /** Notes that these folders were found unchanged. */
    void unchanged(AccountId account, List<MailboxId> mailboxes, Instant now);

    /** Notes how fast messages come in. */
    void pace(AccountId account, MailboxId mailbox, double messagesPerSecond);

    /** Notes that the folder could not be followed. */
    void failed(AccountId account, MailboxId mailbox, ConnectionProblem problem, Instant now);

    /**
     * Voids all that we hold: every folder is fetched anew as if its server had numbered it anew. Messages stay until
     * that is done.
     */
    void startOver(AccountId account);

    /** How all folders stand, in the order of their roles, then by path. */
    List<FolderHealth> health(AccountId account);
}
