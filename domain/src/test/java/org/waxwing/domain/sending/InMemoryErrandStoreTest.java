package org.waxwing.domain.sending;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryErrandStoreTest implements ErrandStoreContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public ErrandStore errands() {
        return world.errands();
    }
}
