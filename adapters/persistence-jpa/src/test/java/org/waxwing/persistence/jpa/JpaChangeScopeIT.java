package org.waxwing.persistence.jpa;

import org.waxwing.domain.change.ChangeScopeContract;
import org.waxwing.domain.world.World;

class JpaChangeScopeIT implements ChangeScopeContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
