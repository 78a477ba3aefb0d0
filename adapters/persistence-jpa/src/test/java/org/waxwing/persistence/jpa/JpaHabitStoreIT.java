package org.waxwing.persistence.jpa;

import org.waxwing.domain.learning.HabitStoreContract;
import org.waxwing.domain.world.World;

class JpaHabitStoreIT implements HabitStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
