package org.waxwing.persistence.jpa;

import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.LessonStoreContract;
import org.waxwing.domain.world.World;

class JpaLessonStoreIT implements LessonStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Override
    public LessonStore lessons() {
        return JpaWorld.WORLD.lessons();
    }
}
