package org.waxwing.domain.account;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryAccountStoreTest implements AccountStoreContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
