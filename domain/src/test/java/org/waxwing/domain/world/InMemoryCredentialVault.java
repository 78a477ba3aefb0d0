package org.waxwing.domain.world;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.SignIn;

final class InMemoryCredentialVault implements CredentialVault {
    private final InMemoryWorld world;

    InMemoryCredentialVault(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void keep(AccountId account, SignIn signIn) {
        world.mustSee(account);
        world.tables().signIns.put(account, signIn);
    }

    @Override
    public SignIn open(AccountId account) {
        world.mustSee(account);
        var signIn = world.tables().signIns.get(account);
        if (signIn == null) throw new IllegalStateException("No sign-in is kept for account " + account);
        return signIn;
    }
}
