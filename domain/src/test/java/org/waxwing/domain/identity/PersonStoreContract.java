package org.waxwing.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.world.World;

/** What every {@link PersonStore} does. */
public interface PersonStoreContract {
    World world();

    @Test
    default void knows_nobody_who_was_never_here() {
        var stranger = new PersonId(UUID.randomUUID());

        var found = world().as(stranger, () -> world().people().person(stranger));

        assertThat(found).isEmpty();
    }

    @Test
    default void keeps_somebody_new_and_tells_what_is_kept() {
        var id = new PersonId(UUID.randomUUID());
        var name = new UntrustedText("Ada 🦆 O'Neil");

        var kept = world().as(id, () -> world().people().keep(id, name, EmailAddress.of("ada@example.org")));
        var found = world().as(id, () -> world().people().person(id));

        assertThat(kept.name()).isEqualTo(name);
        assertThat(kept.email()).isEqualTo(EmailAddress.of("ada@example.org"));
        assertThat(found).isEqualTo(Optional.of(kept));
    }

    @Test
    default void keeps_the_latest_name_and_address_in_the_same_organisation() {
        var id = world().somebody();
        var before = world().as(id, () -> world().people().person(id)).orElseThrow();

        world().run(id, () -> world().people().keep(id, new UntrustedText("Countess"),
                EmailAddress.of("countess@example.org")));
        var after = world().as(id, () -> world().people().person(id)).orElseThrow();

        assertThat(after).isEqualTo(new Person(
                id, before.organisation(), new UntrustedText("Countess"), EmailAddress.of("countess@example.org")));
    }

    @Test
    default void puts_everybody_new_into_the_same_organisation() {
        var ada = world().somebody();
        var bob = world().somebody();

        var adas = world().as(ada, () -> world().people().person(ada)).orElseThrow().organisation();
        var bobs = world().as(bob, () -> world().people().person(bob)).orElseThrow().organisation();

        assertThat(adas).isEqualTo(bobs);
    }

    @Test
    default void shows_nobody_to_anybody_else() {
        var ada = world().somebody();
        var eve = world().somebody();

        var found = world().as(eve, () -> world().people().person(ada));

        assertThat(found).isEmpty();
    }

    @Test
    default void lets_nobody_change_anybody_else() {
        var ada = world().somebody();
        var eve = world().somebody();
        var before = world().as(ada, () -> world().people().person(ada));

        world().attempt(eve, () -> world().people().keep(
                ada, new UntrustedText("Eve was here"), EmailAddress.of("eve@example.org")));

        assertThat(world().as(ada, () -> world().people().person(ada))).isEqualTo(before);
    }
}
