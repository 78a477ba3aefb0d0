package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.SignIn;

/** Sign-ins in {@code account_credential}. */
public final class JpaCredentialVault implements CredentialVault {
    private final EntityManager database;
    private final CredentialKey key;

    public JpaCredentialVault(EntityManager database, CredentialKey key) {
        this.database = database;
        this.key = key;
    }

    @Override
    public void keep(AccountId account, SignIn signIn) {
        var sealed = SealedSignIn.seal(key, account, signIn);
        var known = database.find(CredentialRow.class, account.value());
        if (known == null) database.persist(new CredentialRow(account, sealed));
        else known.replaceBy(sealed);
    }

    @Override
    public SignIn open(AccountId account) {
        return row(account, LockModeType.NONE).sealed().open(key, account);
    }

    @Override
    public boolean beginRenewal(AccountId account, Instant now, Instant until) {
        return row(account, LockModeType.PESSIMISTIC_WRITE).beginRenewal(now, until);
    }

    @Override
    public void renewed(AccountId account, SignIn.OAuth before, SignIn.OAuth after) {
        var row = database.find(CredentialRow.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) return;
        if (row.sealed().open(key, account).equals(before)) row.replaceBy(SealedSignIn.seal(key, account, after));
    }

    private CredentialRow row(AccountId account, LockModeType lock) {
        var row = database.find(CredentialRow.class, account.value(), lock);
        if (row == null) throw new IllegalStateException("No sign-in is kept for account " + account);
        return row;
    }
}
