package org.waxwing.domain.sync;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryFolderStateStoreTest implements FolderStateStoreContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
