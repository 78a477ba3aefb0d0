package org.waxwing.application.runtime;

import org.waxwing.application.world.InMemoryStalledJobs;
import org.waxwing.application.world.InMemoryTransactions;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryStalledJobsTest implements StalledJobsContract {
    private final InMemoryWorld world = new InMemoryWorld();
    private final Transactions transactions = new InMemoryTransactions(world);
    private final StalledJobs stalled = new InMemoryStalledJobs(world);

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public StalledJobs stalled() {
        return stalled;
    }

    @Override
    public World world() {
        return world;
    }
}
