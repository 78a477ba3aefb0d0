package org.waxwing.domain.mailbox;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryTestimonyStoreTest implements TestimonyStoreContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
