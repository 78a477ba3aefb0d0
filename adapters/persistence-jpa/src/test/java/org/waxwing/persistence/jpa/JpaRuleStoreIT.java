package org.waxwing.persistence.jpa;

import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.RuleStoreContract;
import org.waxwing.domain.world.World;

class JpaRuleStoreIT implements RuleStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public RuleStore rules() {
        return JpaWorld.WORLD.rules();
    }
}
