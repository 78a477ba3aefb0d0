package org.waxwing.persistence.jpa;

import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sending.ForwardingAddressesContract;
import org.waxwing.domain.world.World;

class JpaForwardingAddressesIT implements ForwardingAddressesContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public ForwardingAddresses addresses() {
        return new JpaForwardingAddresses(JpaWorld.WORLD.database());
    }
}
