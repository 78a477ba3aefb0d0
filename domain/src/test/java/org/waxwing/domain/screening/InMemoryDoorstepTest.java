package org.waxwing.domain.screening;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryDoorstepTest implements DoorstepContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
