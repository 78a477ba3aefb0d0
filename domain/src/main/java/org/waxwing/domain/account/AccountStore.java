package org.waxwing.domain.account;

import java.util.List;
import java.util.Optional;

/** The accounts of the person whose transaction is open; those of others do not exist here. */
public interface AccountStore {
    /** Keeps a new account. */
    void add(Account account);

    /**
     * Keeps an account under another name or at other servers; its owner, address and mail stay.
     *
     * @throws IllegalStateException this person has no such account
     */
    void replace(Account account);

    /** The account, if it is this person's. */
    Optional<Account> account(AccountId id);

    /** All accounts, oldest first. */
    List<Account> all();

    /** Removes the account with its sign-in and everything that was stored for it; false when there is none. */
    boolean remove(AccountId id);
}
