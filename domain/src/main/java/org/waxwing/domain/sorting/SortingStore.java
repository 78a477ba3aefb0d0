package org.waxwing.domain.sorting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.signs.Signs;

/**
 * What was seen of stored mail and where it stands. Needs an open transaction of the account's owner. Nothing here tells
 * a server anything.
 */
public interface SortingStore {
    /**
     * The messages of an account in the order of their ids, behind that one; from the beginning when there is none.
     *
     * @param after at most one
     */
    List<StoredMail> mail(AccountId account, List<EmailId> after, int atMost);

    /** How many messages an account has. */
    long count(AccountId account);

    /** These messages, as far as they are stored; in the order of their ids. */
    List<StoredMail> mail(AccountId account, Collection<EmailId> emails);

    /** The latest messages of these senders, by {@code EmailAddress.key()}; in the order of their ids. */
    List<StoredMail> from(AccountId account, Collection<String> senders, int atMost);

    /** The latest messages of whoever writes from these domains, in lower case; in the order of their ids. */
    List<StoredMail> fromDomains(AccountId account, Collection<String> domains, int atMost);

    /**
     * The latest messages of these senders and of whoever writes from these domains, in all accounts of the owner; at most so
     * many of each account and kind, in the order of their ids.
     *
     * @param who addresses by {@code EmailAddress.key()}, and domains in lower case
     */
    Map<AccountId, List<StoredMail>> ofSenders(Collection<String> who, int atMost);

    /** The latest messages of these conversations; in the order of their ids. */
    List<StoredMail> in(AccountId account, Collection<ThreadId> threads, int atMost);

    /**
     * The latest messages of each account of the owner of which they have said where they belong, at most so many of each;
     * what they said of a whole list does not count.
     */
    Map<AccountId, List<StoredMail>> corrected(int atMost);

    /** In which of these conversations the owner wrote: a folder of sent mail shows a message of theirs. */
    Set<ThreadId> writtenIn(AccountId account, Collection<ThreadId> threads);

    /** Keeps what was seen of stored messages in place of what was kept before; those that are gone are passed over. */
    void keep(AccountId account, Map<EmailId, Signs> seen);

    /** Lets a rule's word about where these messages belong stand when mail is sorted again, or no more. */
    void pin(AccountId account, Collection<EmailId> emails, boolean pinned);

    /** Of which of these messages a rule has said where they belong. */
    Set<EmailId> pinned(AccountId account, Collection<EmailId> emails);

    /**
     * Puts messages there; {@code MailStore.settle} for what it returns is the caller's.
     *
     * @return those that stood elsewhere before
     */
    Set<EmailId> file(AccountId account, Map<EmailId, Placement> placements);
}
