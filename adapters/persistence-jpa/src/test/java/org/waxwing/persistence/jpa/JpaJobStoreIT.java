package org.waxwing.persistence.jpa;

import org.waxwing.domain.jobs.JobStoreContract;
import org.waxwing.domain.world.World;

class JpaJobStoreIT implements JobStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
