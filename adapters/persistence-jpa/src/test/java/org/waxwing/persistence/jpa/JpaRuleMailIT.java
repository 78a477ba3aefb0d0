package org.waxwing.persistence.jpa;

import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.RuleMailContract;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.world.World;

class JpaRuleMailIT implements RuleMailContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public RuleMail ruleMail() {
        return new JpaRuleMail(JpaWorld.WORLD.database());
    }

    @Override
    public LessonStore lessons() {
        return JpaWorld.WORLD.lessons();
    }
}
