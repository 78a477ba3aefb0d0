package org.waxwing.domain.account;

import java.time.Instant;

/** Sign-ins, encrypted at rest with AES-256-GCM under a configured key. Needs an open transaction of the owner. */
public interface CredentialVault {
    /** Keeps the sign-in of an account, in place of an earlier one and whatever renewal of that was under way. */
    void keep(AccountId account, SignIn signIn);

    /**
     * The sign-in of an account.
     *
     * @throws IllegalStateException none is kept, or the key that locked it is not the configured one
     */
    SignIn open(AccountId account);

    /**
     * Takes the right to renew the tokens of an account, until {@code until} or {@link #renewed}, so that no refresh
     * token is used twice.
     *
     * @return false when somebody else has it
     */
    boolean beginRenewal(AccountId account, Instant now, Instant until);

    /**
     * Ends a renewal: keeps {@code after} in place of {@code before}. When something else is kept by now, such as what
     * the owner has just reconnected with, that stays; when the account is gone, it stays gone.
     */
    void renewed(AccountId account, SignIn.OAuth before, SignIn.OAuth after);
}
