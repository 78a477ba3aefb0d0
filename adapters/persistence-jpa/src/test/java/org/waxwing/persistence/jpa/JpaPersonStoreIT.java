package org.waxwing.persistence.jpa;

import org.waxwing.domain.identity.PersonStoreContract;
import org.waxwing.domain.world.World;

class JpaPersonStoreIT implements PersonStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
