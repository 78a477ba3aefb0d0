package org.waxwing.persistence.jpa;

import org.waxwing.domain.change.ChangeQueueContract;
import org.waxwing.domain.world.World;

class JpaChangeQueueIT implements ChangeQueueContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
