package org.waxwing.persistence.jpa;

import org.waxwing.domain.account.AccountStoreContract;
import org.waxwing.domain.world.World;

class JpaAccountStoreIT implements AccountStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
