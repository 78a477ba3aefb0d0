package org.waxwing.persistence.jpa;

import org.waxwing.domain.reading.ShelvesContract;
import org.waxwing.domain.world.World;

class JpaShelvesIT implements ShelvesContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
