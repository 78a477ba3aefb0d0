package org.waxwing.domain.rules;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryRuleStoreTest implements RuleStoreContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public RuleStore rules() {
        return world.rules();
    }
}
