package org.waxwing.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Relationship;
import org.waxwing.domain.world.World;

/** What every {@link HabitStore} does. */
public interface HabitStoreContract {
    World world();

    @Test
    default void keeps_what_was_learned() {
        var person = world().somebody();
        var habits = Habits.learn(List.of(new Example(
                Signs.parse("1 s=plain n=0,0,1,12"), Relationship.STRANGER, "example.org", Category.FEED)));

        assertThat(world().as(person, () -> world().habits().habits()).write()).isEqualTo(Habits.NONE.write());
        world().run(person, () -> world().habits().keep(Habits.NONE));
        world().run(person, () -> world().habits().keep(habits));

        assertThat(world().as(person, () -> world().habits().habits()).write()).isEqualTo(habits.write());
        assertThat(world().as(world().somebody(), () -> world().habits().habits()).write())
                .isEqualTo(Habits.NONE.write());
    }
}
