package org.waxwing.application.sync;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

/** Fetches an account anew from scratch. What its owner did and the server does not know yet is not lost by it. */
public class ResyncAccount {
    /**
     * Forgets what we hold of the account's folders and asks for a pass, which brings everything in again. Messages stay
     * readable until the server's answer replaces them; their ids and conversations stay the same.
     *
     * @return false when {@code owner} has no such account
     */
    public boolean resync(PersonId owner, AccountId account) {
        throw new IllegalStateException();
    }
}
