package org.waxwing.domain.rules.dryrun;

import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryRuleMailTest implements RuleMailContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public RuleMail ruleMail() {
        return world.ruleMail();
    }

    @Override
    public LessonStore lessons() {
        return world.lessons();
    }
}
