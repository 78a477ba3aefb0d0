package org.waxwing.domain.sorting;

import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryLessonStoreTest implements LessonStoreContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public World world() {
        return world;
    }

    @Override
    public LessonStore lessons() {
        return world.lessons();
    }
}
