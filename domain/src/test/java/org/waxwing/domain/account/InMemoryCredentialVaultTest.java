package org.waxwing.domain.account;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryCredentialVaultTest implements CredentialVaultContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
