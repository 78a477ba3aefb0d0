package org.waxwing.persistence.jpa;

import org.waxwing.domain.screening.DoorstepContract;
import org.waxwing.domain.world.World;

class JpaDoorstepIT implements DoorstepContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
