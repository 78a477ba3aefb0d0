package org.waxwing.application.sync;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

/** Leaves an account alone for as long as its owner wants, or goes on with it. */
public class PauseSync {
    /**
     * Stops or resumes everything that reaches for the account's server; a running pass ends at its next step. What the
     * owner does to mail meanwhile waits.
     *
     * @return false when {@code owner} has no such account
     */
    public boolean pause(PersonId owner, AccountId account, boolean paused) {
        throw new IllegalStateException();
    }
}
