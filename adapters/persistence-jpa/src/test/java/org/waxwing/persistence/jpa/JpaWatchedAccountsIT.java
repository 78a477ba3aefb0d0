package org.waxwing.persistence.jpa;

import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.runtime.WatchedAccountsContract;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.world.World;

class JpaWatchedAccountsIT implements WatchedAccountsContract {
    @Override
    public Transactions transactions() {
        return JpaWorld.WORLD.transactions();
    }

    @Override
    public WatchedAccounts watched() {
        return JpaWorld.WORLD.watched();
    }

    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public ErrandStore errands() {
        return new JpaErrandStore(JpaWorld.WORLD.database());
    }
}
