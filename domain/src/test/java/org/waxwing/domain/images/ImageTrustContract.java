package org.waxwing.domain.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.world.World;

/** What every {@link ImageTrust} does. */
public interface ImageTrustContract {
    EmailAddress BOB = EmailAddress.of("Bob@Example.org");
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    World world();

    @Test
    default void trusts_nobody_at_first() {
        var person = world().somebody();

        assertThat(world().as(person, () -> world().imageTrust().includes(BOB))).isFalse();
        assertThat(world().as(person, () -> world().imageTrust().all())).isEmpty();
    }

    @Test
    default void keeps_senders_however_they_are_spelt_and_each_once() {
        var person = world().somebody();

        world().run(person, () -> world().imageTrust().add(BOB, NOON));
        world().run(person, () -> world().imageTrust().add(EmailAddress.of("bob@example.org"), NOON.plusSeconds(9)));
        world().run(person, () -> world().imageTrust().add(EmailAddress.of("ann@example.org"), NOON));

        assertThat(world().as(person, () -> world().imageTrust().includes(EmailAddress.of("BOB@example.org"))))
                .isTrue();
        assertThat(world().as(person, () -> world().imageTrust().all())).containsExactly(
                new ImageTrust.Trusted(EmailAddress.of("ann@example.org"), NOON),
                new ImageTrust.Trusted(EmailAddress.of("bob@example.org"), NOON));
    }

    @Test
    default void forgets_a_sender() {
        var person = world().somebody();
        world().run(person, () -> world().imageTrust().add(BOB, NOON));

        assertThat(world().as(person, () -> world().imageTrust().remove(BOB))).isTrue();
        assertThat(world().as(person, () -> world().imageTrust().remove(BOB))).isFalse();
        assertThat(world().as(person, () -> world().imageTrust().includes(BOB))).isFalse();
    }

    @Test
    default void belongs_to_one_person() {
        var person = world().somebody();
        var eve = world().somebody();
        world().run(person, () -> world().imageTrust().add(BOB, NOON));

        assertThat(world().as(eve, () -> world().imageTrust().includes(BOB))).isFalse();
        assertThat(world().as(eve, () -> world().imageTrust().remove(BOB))).isFalse();
        assertThat(world().as(person, () -> world().imageTrust().includes(BOB))).isTrue();
    }
}
