package org.waxwing.persistence.jpa;

import org.waxwing.domain.screening.DecisionStoreContract;
import org.waxwing.domain.world.World;

class JpaDecisionStoreIT implements DecisionStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
