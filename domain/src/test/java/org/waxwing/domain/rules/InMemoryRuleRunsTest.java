package org.waxwing.domain.rules;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryRuleRunsTest implements RuleRunsContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public RuleRuns ruleRuns() {
        return world.ruleRuns();
    }
}
