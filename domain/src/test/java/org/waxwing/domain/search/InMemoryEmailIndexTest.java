package org.waxwing.domain.search;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryEmailIndexTest implements EmailIndexContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
