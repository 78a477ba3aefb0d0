package org.waxwing.domain.identity;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryPersonStoreTest implements PersonStoreContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
