package org.waxwing.persistence.jpa;

import org.waxwing.domain.sorting.SortingStoreContract;
import org.waxwing.domain.world.World;

class JpaSortingStoreIT implements SortingStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
