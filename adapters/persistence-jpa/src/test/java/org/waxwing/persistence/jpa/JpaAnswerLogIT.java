package org.waxwing.persistence.jpa;

import org.waxwing.domain.sending.AnswerLog;
import org.waxwing.domain.sending.AnswerLogContract;
import org.waxwing.domain.world.World;

class JpaAnswerLogIT implements AnswerLogContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public AnswerLog answerLog() {
        return new JpaAnswerLog(JpaWorld.WORLD.database());
    }
}
