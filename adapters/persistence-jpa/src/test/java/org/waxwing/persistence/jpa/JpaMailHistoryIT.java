package org.waxwing.persistence.jpa;

import org.waxwing.domain.history.MailHistoryContract;
import org.waxwing.domain.world.World;

class JpaMailHistoryIT implements MailHistoryContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
