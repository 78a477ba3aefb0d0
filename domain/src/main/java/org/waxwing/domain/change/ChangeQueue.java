package org.waxwing.domain.change;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.RemoteChange;

/**
 * What was done here and waits to be done at the server, in order. Each method that does something does it to our copy
 * and to the queue alike, in the running transaction of the account's owner; {@code MailStore.settle} for what it
 * returns is the caller's. Doing the opposite of something that still waits, untried, takes that out of the queue.
 */
public interface ChangeQueue {
    /**
     * Gives messages a keyword, or takes it from them.
     *
     * @return the messages for which that was a change
     */
    Set<EmailId> mark(AccountId account, Collection<EmailId> emails, Keyword keyword, boolean present);

    /**
     * Moves messages out of folders into another. A message that several of them show arrives there once for each.
     *
     * @return what moved, by the folder it was in; a message stands under each that it left
     */
    Map<MailboxId, Set<EmailId>> move(
            AccountId account, Collection<EmailId> emails, Collection<MailboxId> from, MailboxId target);

    /**
     * Takes a move back as far as it concerns one folder that messages left: what {@code to} has of a message from there
     * goes there again; what it had before, or has from elsewhere, stays. Where nobody knows any more which copy came
     * from where, because the server numbered them anew, one of those goes.
     *
     * @param from which folder they had left
     * @param to where they went
     * @return the messages that are back
     */
    Set<EmailId> moveBack(AccountId account, Collection<EmailId> emails, MailboxId from, MailboxId to);

    /**
     * Removes messages from folders for good.
     *
     * @return the messages that were there
     */
    Set<EmailId> delete(AccountId account, Collection<EmailId> emails, Collection<MailboxId> from);

    /** The changes that wait, in order, at most {@code atMost}. */
    List<WaitingChange> waiting(AccountId account, int atMost);

    /** How many changes wait. */
    long count(AccountId account);

    /**
     * Notes that changes are about to be tried: from now on nobody can know whether the server has done them, and nothing
     * that is done here alters them.
     *
     * @return those that still wait, in order, as they are by now: since they were looked at, one may have been taken back
     *     or become another. Each says whether it had been tried before
     */
    List<WaitingChange> attempt(AccountId account, Collection<Long> positions);

    /**
     * Takes changes that the server has done out of the queue. A moved message whose new place the server did not tell
     * stays where it is shown until {@link #forgetUnseen}, or until it is placed there.
     *
     * @param moved where messages are at the server now, by the position of the change that moved them; several places
     *     where the folder it left had the message several times
     */
    void done(AccountId account, Collection<Long> positions, Map<Long, Set<RemoteChange.Place>> moved);

    /**
     * Takes changes that the server refused out of the queue and out of our copy, and notes that for their owner.
     *
     * @return the messages that are as they were
     */
    Set<EmailId> refused(AccountId account, Collection<Long> positions, RemoteChange.Refusal why, Instant now);

    /**
     * Removes what is still shown as moved and was not found at the server after all: it was moved on from there by
     * somebody else. To be called when every folder has been compared since.
     *
     * @return the messages that are not shown there any more
     */
    Set<EmailId> forgetUnseen(AccountId account);
}
