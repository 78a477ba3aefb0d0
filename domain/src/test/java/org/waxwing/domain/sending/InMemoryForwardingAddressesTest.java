package org.waxwing.domain.sending;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryForwardingAddressesTest implements ForwardingAddressesContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public ForwardingAddresses addresses() {
        return world.forwardingAddresses();
    }
}
