package org.waxwing.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.Decision.Verdict;
import org.waxwing.domain.world.World;

/** What every {@link DecisionStore} does. */
public interface DecisionStoreContract {
    Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    World world();

    private static String somewhere() {
        return "it" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    }

    private Decisions about(PersonId person, String... senders) {
        return world().as(person, () -> world().decisions().about(
                List.of(senders).stream().map(EmailAddress::of).toList()));
    }

    @Test
    default void finds_decisions_about_a_sender_or_their_domain() {
        var person = world().somebody();
        var domain = somewhere();
        var one = new Decision("bob@" + domain, Verdict.IN, NOW);
        var all = new Decision(domain, Verdict.OUT, NOW.plusSeconds(1));
        var other = new Decision("carol@" + domain, Verdict.IN, NOW);

        world().run(person, () -> world().decisions().decide(List.of(one, all, other)));

        assertThat(about(person, "Bob@" + domain).own()).containsExactlyInAnyOrder(one, all);
        assertThat(world().as(person, () -> world().decisions().own(10))).containsExactly(all, one, other);
        assertThat(world().as(person, () -> world().decisions().decided(Set.of(domain, "eve@" + domain))))
                .containsExactly(all);
        assertThat(about(world().somebody(), "bob@" + domain)).isEqualTo(Decisions.NONE);
        assertThat(world().as(world().somebody(), () -> world().decisions().decided(Set.of(domain)))).isEmpty();
    }

    @Test
    default void changes_its_mind_and_forgets() {
        var person = world().somebody();
        var domain = somewhere();
        world().run(person, () -> world().decisions().decide(List.of(new Decision(domain, Verdict.OUT, NOW))));
        var later = new Decision(domain, Verdict.IN, NOW.plusSeconds(1));

        world().run(person, () -> world().decisions().decide(List.of(later)));
        assertThat(about(person, "bob@" + domain).own()).containsExactly(later);
        world().attempt(world().somebody(), () -> world().decisions().forget(Set.of(domain)));
        assertThat(about(person, "bob@" + domain).own()).containsExactly(later);
        world().run(person, () -> world().decisions().forget(Set.of(domain)));

        assertThat(about(person, "bob@" + domain)).isEqualTo(Decisions.NONE);
    }

    @Test
    default void decides_for_everybody() {
        var domain = somewhere();
        var decision = new Decision(domain, Verdict.OUT, NOW);

        world().run(world().somebody(), () -> world().decisions().decideForAll(List.of(decision)));

        var somebody = world().somebody();
        assertThat(about(somebody, "bob@" + domain).organisations()).containsExactly(decision);
        assertThat(world().as(somebody, () -> world().decisions().organisations())).contains(decision);
        world().run(world().somebody(), () -> world().decisions().forgetForAll(Set.of(domain)));
        assertThat(about(somebody, "bob@" + domain)).isEqualTo(Decisions.NONE);
    }

    @Test
    default void counts_the_others_who_know_a_sender() {
        var sender = EmailAddress.of("bob@" + somewhere());
        for (int i = 0; i < 2; i++) {
            var account = world().accountOf(world().somebody());
            var email = world().deliver(account, world().inbox(account), anEmail());
            world().run(account.owner(), () -> world().book().note(account.id(), List.of(
                    new Correspondence(email.id(), sender, Correspondence.Direction.RECEIVED, NOW))));
            if (i == 1)
                assertThat(world().as(account.owner(), () -> world().decisions().colleaguesWhoKnow(List.of(sender))))
                        .isEqualTo(Map.of(sender.key(), 1L));
        }

        assertThat(world().as(world().somebody(), () -> world().decisions().colleaguesWhoKnow(
                List.of(sender, EmailAddress.of("eve@" + somewhere()))))).isEqualTo(Map.of(sender.key(), 2L));
    }
}
