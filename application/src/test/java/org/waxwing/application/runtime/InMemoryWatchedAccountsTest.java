package org.waxwing.application.runtime;

import org.waxwing.application.world.InMemoryTransactions;
import org.waxwing.application.world.InMemoryWatchedAccounts;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryWatchedAccountsTest implements WatchedAccountsContract {
    private final InMemoryWorld world = new InMemoryWorld();
    private final Transactions transactions = new InMemoryTransactions(world);
    private final WatchedAccounts watched = new InMemoryWatchedAccounts(world);

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public WatchedAccounts watched() {
        return watched;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public ErrandStore errands() {
        return world.errands();
    }
}
