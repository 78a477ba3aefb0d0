package org.waxwing.domain.preferences;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryPreferenceStoreTest implements PreferenceStoreContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
