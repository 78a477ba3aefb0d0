package org.waxwing.persistence.jpa;

import org.waxwing.domain.reading.MailReaderContract;
import org.waxwing.domain.world.World;

class JpaMailReaderIT implements MailReaderContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
