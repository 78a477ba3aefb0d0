package org.waxwing.persistence.jpa;

import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.TransactionsContract;
import org.waxwing.domain.world.World;

/** Row-level security behind transactions that are entered as the server's are. */
class TransactionsIT implements TransactionsContract {
    @Override
    public Transactions transactions() {
        return JpaWorld.WORLD.transactions();
    }

    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
