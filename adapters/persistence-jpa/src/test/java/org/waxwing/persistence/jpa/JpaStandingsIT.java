package org.waxwing.persistence.jpa;

import org.waxwing.domain.triage.StandingsContract;
import org.waxwing.domain.world.World;

class JpaStandingsIT implements StandingsContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
