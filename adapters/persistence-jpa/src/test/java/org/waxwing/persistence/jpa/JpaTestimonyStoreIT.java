package org.waxwing.persistence.jpa;

import org.waxwing.domain.mailbox.TestimonyStoreContract;
import org.waxwing.domain.world.World;

class JpaTestimonyStoreIT implements TestimonyStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
