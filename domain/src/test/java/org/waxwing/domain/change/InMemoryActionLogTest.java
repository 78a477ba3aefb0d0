package org.waxwing.domain.change;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryActionLogTest implements ActionLogContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
