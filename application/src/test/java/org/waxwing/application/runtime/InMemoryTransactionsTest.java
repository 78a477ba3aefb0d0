package org.waxwing.application.runtime;

import org.waxwing.application.world.InMemoryTransactions;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryTransactionsTest implements TransactionsContract {
    private final InMemoryWorld world = new InMemoryWorld();
    private final Transactions transactions = new InMemoryTransactions(world);

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public World world() {
        return world;
    }
}
