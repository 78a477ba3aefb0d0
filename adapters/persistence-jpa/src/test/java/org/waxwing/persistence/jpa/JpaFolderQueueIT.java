package org.waxwing.persistence.jpa;

import org.waxwing.domain.change.FolderQueueContract;
import org.waxwing.domain.world.World;

class JpaFolderQueueIT implements FolderQueueContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
