package org.waxwing.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.world.House;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

class WelcomePersonTest {
    private static final UntrustedText NAME = new UntrustedText("Ada");
    private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");

    private final House house = new House();
    private final WelcomePerson welcome = new WelcomePerson(house.transactions(), house.world().people());
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @Test
    void lets_in_somebody_new() {
        var person = welcome.welcome(ada, NAME, EMAIL);

        assertThat(person.id()).isEqualTo(ada);
        assertThat(house.as(ada, () -> house.world().people().person(ada))).contains(person);
    }

    @Test
    void knows_somebody_again() {
        var first = welcome.welcome(ada, NAME, EMAIL);

        assertThat(welcome.welcome(ada, NAME, EMAIL)).isEqualTo(first);
    }

    @Test
    void keeps_a_name_as_it_is_spelt_today() {
        var first = welcome.welcome(ada, NAME, EMAIL);

        var renamed = welcome.welcome(ada, new UntrustedText("Countess"), EMAIL);

        assertThat(renamed.name()).isEqualTo(new UntrustedText("Countess"));
        assertThat(renamed.organisation()).isEqualTo(first.organisation());
        assertThat(house.as(ada, () -> house.world().people().person(ada))).contains(renamed);
    }
}
