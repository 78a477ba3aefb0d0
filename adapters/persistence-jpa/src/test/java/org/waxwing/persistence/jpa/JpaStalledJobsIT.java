package org.waxwing.persistence.jpa;

import org.waxwing.application.runtime.StalledJobs;
import org.waxwing.application.runtime.StalledJobsContract;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.world.World;

class JpaStalledJobsIT implements StalledJobsContract {
    @Override
    public Transactions transactions() {
        return JpaWorld.WORLD.transactions();
    }

    @Override
    public StalledJobs stalled() {
        return JpaWorld.WORLD.stalled();
    }

    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
