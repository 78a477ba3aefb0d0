package org.waxwing.domain.world;

import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.learning.Habits;

final class InMemoryHabitStore implements HabitStore {
    private final InMemoryWorld world;

    InMemoryHabitStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Habits habits() {
        return Habits.parse(world.tables().habits.getOrDefault(world.person(), Habits.NONE.write()));
    }

    @Override
    public void keep(Habits habits) {
        world.tables().habits.put(world.person(), habits.write());
    }
}
