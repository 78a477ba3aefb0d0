package org.waxwing.domain.reading;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryShelvesTest implements ShelvesContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
