package org.waxwing.domain.account;

/** Sign-ins, encrypted at rest with AES-256-GCM under a configured key. Needs an open transaction of the owner. */
public interface CredentialVault {
    /** Keeps the sign-in of an account, in place of an earlier one. */
    void keep(AccountId account, SignIn signIn);

    /**
     * The sign-in of an account.
     *
     * @throws IllegalStateException none is kept, or the key that locked it is not the configured one
     */
    SignIn open(AccountId account);
}
