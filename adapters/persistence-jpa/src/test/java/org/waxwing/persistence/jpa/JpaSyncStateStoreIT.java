package org.waxwing.persistence.jpa;

import org.waxwing.domain.sync.SyncStateStoreContract;
import org.waxwing.domain.world.World;

class JpaSyncStateStoreIT implements SyncStateStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
