package org.waxwing.domain.mailbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;

/**
 * The messages and folders of accounts, for those who change them. Every method needs an open transaction of the
 * account's owner and is one round trip or a few, never one per message. Which folder shows which message is told to
 * {@code SyncStateStore}, which stores them too; {@link #settle} then brings everything counted in line.
 */
public interface MailStore {
    /**
     * The folders of an account as its server has them, in the order of {@link MailboxRole}, then by path: under the
     * names that the server knows, without those that it does not know yet.
     */
    List<Mailbox> mailboxes(AccountId account);

    /**
     * Makes {@code present} the folders of the account at the server: adds, renames by id, and removes the others with
     * their copies. A name that the owner has given a folder meanwhile, or a folder that they made, stays until the
     * server has heard of it.
     */
    void keepMailboxes(AccountId account, Collection<Mailbox> present);

    /** Which of these sources are stored already, and as which message. */
    Map<BlobId, EmailId> alreadyStored(AccountId account, Collection<BlobId> sources);

    /** The conversations in which these names occurred so far; unknown ones are left out. */
    Map<Tie, ThreadId> threadsOf(AccountId account, Collection<Tie> ties);

    /** The conversations of the stored messages that have these likenesses; those that nothing has are left out. */
    Map<Likeness, Set<ThreadId>> threadsLike(AccountId account, Collection<Likeness> likenesses);

    /** What the stored messages among these say about themselves. */
    Map<EmailId, MessageHeaders> headers(AccountId account, Collection<EmailId> ids);

    /** Which of these messages a folder of this role shows. */
    Set<EmailId> shownIn(AccountId account, Collection<EmailId> ids, MailboxRole role);

    /** The conversations of the stored messages among these. */
    Map<EmailId, ThreadId> threads(AccountId account, Collection<EmailId> ids);

    /**
     * Brings keywords, conversations and counts in line with the folders that show these messages now: a message carries
     * the keywords of all its copies together, and one that no folder shows any more is removed.
     */
    void settle(AccountId account, Set<EmailId> touched);
}
