package org.waxwing.persistence.jpa;

import org.waxwing.domain.screening.SenderBookContract;
import org.waxwing.domain.world.World;

class JpaSenderBookIT implements SenderBookContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
