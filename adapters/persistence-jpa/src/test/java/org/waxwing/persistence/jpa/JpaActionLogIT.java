package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLogContract;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.world.World;

class JpaActionLogIT implements ActionLogContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Test
    void the_house_clears_away_what_is_older_than_a_month_and_nothing_else() {
        var ada = world().somebody();
        var old = recorded(ada, Duration.ofDays(32));
        var recent = recorded(ada, Duration.ofDays(29));

        JpaWorld.WORLD.transactions().run(new Actor.House(), () -> world().actions().forgetOld());

        assertThat(world().<Boolean>as(ada, () -> world().actions().exists(old))).isFalse();
        assertThat(world().<Boolean>as(ada, () -> world().actions().exists(recent))).isTrue();
    }

    private ActionId recorded(PersonId owner, Duration ago) {
        var action = new ActionId(UUID.randomUUID());
        var at = Instant.now().minus(ago);
        world().run(owner, () -> world().actions().record(
                action, owner, STORY, List.of(), at, at.plusSeconds(1), Instant.EPOCH));
        return action;
    }
}
