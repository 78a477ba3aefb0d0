package org.waxwing.persistence.jpa;

import org.waxwing.domain.rules.RuleRuns;
import org.waxwing.domain.rules.RuleRunsContract;
import org.waxwing.domain.world.World;

class JpaRuleRunsIT implements RuleRunsContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public RuleRuns ruleRuns() {
        return new JpaRuleRuns(JpaWorld.WORLD.database());
    }
}
