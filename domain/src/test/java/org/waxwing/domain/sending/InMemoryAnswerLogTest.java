package org.waxwing.domain.sending;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryAnswerLogTest implements AnswerLogContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public AnswerLog answerLog() {
        return world.answerLog();
    }
}
