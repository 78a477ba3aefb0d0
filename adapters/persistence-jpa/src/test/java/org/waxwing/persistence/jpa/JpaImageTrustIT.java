package org.waxwing.persistence.jpa;

import org.waxwing.domain.images.ImageTrustContract;
import org.waxwing.domain.world.World;

class JpaImageTrustIT implements ImageTrustContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
