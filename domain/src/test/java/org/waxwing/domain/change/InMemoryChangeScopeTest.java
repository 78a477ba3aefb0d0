package org.waxwing.domain.change;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryChangeScopeTest implements ChangeScopeContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
