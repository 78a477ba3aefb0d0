package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
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
        var row = database.find(CredentialRow.class, account.value());
        if (row == null) throw new IllegalStateException("No sign-in is kept for account " + account);
        return row.sealed().open(key, account);
    }
}
