package org.waxwing.persistence.jpa;

import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.ErrandStoreContract;
import org.waxwing.domain.world.World;

class JpaErrandStoreIT implements ErrandStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public ErrandStore errands() {
        return new JpaErrandStore(JpaWorld.WORLD.database());
    }
}
