package org.waxwing.domain.history;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryMailHistoryTest implements MailHistoryContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
