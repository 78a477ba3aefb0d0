package org.waxwing.domain.world;

import java.time.Instant;
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
        world.tables().renewals.remove(account);
    }

    @Override
    public SignIn open(AccountId account) {
        world.mustSee(account);
        var signIn = world.tables().signIns.get(account);
        if (signIn == null) throw new IllegalStateException("No sign-in is kept for account " + account);
        return signIn;
    }

    @Override
    public boolean beginRenewal(AccountId account, Instant now, Instant until) {
        world.mustSee(account);
        var renewals = world.tables().renewals;
        var held = renewals.get(account);
        if (held != null && held.isAfter(now)) return false;
        renewals.put(account, until);
        return true;
    }

    @Override
    public void renewed(AccountId account, SignIn.OAuth before, SignIn.OAuth after) {
        if (world.sees(account) && open(account).equals(before)) keep(account, after);
    }
}
