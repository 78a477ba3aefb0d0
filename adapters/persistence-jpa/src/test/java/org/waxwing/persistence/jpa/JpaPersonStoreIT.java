package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStoreContract;
import org.waxwing.domain.world.World;

class JpaPersonStoreIT implements PersonStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Test
    void two_first_requests_of_the_same_person_are_both_let_in() throws Exception {
        var ada = new PersonId(UUID.randomUUID());
        var kept = new CountDownLatch(1);
        var seen = new CountDownLatch(1);

        var first = Waiting.meanwhile(() -> world().as(ada, () -> {
            var person = keep(ada, "Ada");
            kept.countDown();
            Waiting.on(seen);
            return person;
        }));
        Waiting.on(kept);
        var second = Waiting.meanwhile(() -> world().as(ada, () -> keep(ada, "Countess")));
        Waiting.untilSomebodyWaitsForALock();
        seen.countDown();

        assertThat(first.get().name().value()).isEqualTo("Ada");
        assertThat(second.get().name().value()).isEqualTo("Countess");
        assertThat(world().as(ada, () -> world().people().person(ada))).contains(second.get());
    }

    private Person keep(PersonId id, String name) {
        return world().people().keep(id, new UntrustedText(name), EmailAddress.of("ada@example.org"));
    }
}
