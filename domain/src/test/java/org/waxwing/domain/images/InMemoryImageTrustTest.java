package org.waxwing.domain.images;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryImageTrustTest implements ImageTrustContract {
    private final World world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }
}
