package org.waxwing.domain.triage;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryStandingsTest implements StandingsContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
