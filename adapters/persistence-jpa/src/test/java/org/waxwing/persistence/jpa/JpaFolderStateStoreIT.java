package org.waxwing.persistence.jpa;

import org.waxwing.domain.sync.FolderStateStoreContract;
import org.waxwing.domain.world.World;

class JpaFolderStateStoreIT implements FolderStateStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
