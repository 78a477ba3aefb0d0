package org.waxwing.persistence.jpa;

import org.waxwing.domain.change.ActionLogContract;
import org.waxwing.domain.world.World;

class JpaActionLogIT implements ActionLogContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
