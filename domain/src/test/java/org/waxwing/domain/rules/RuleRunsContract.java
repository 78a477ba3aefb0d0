package org.waxwing.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.world.World;

/** What every {@link RuleRuns} does. */
public interface RuleRunsContract {
    World world();

    RuleRuns ruleRuns();

    @Test
    default void begins_with_each_message_once() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var one = world().deliver(account, inbox, anEmail()).id();
        var two = world().deliver(account, inbox, anEmail()).id();
        var gone = new EmailId(UUID.randomUUID());

        var first = world().as(account.owner(), () -> ruleRuns().begin(account.id(), List.of(one, gone)));
        var second = world().as(account.owner(), () -> ruleRuns().begin(account.id(), List.of(one, two)));

        assertThat(first).containsExactly(one);
        assertThat(second).containsExactly(two);
        assertThat(world().as(account.owner(), () -> ruleRuns().begin(account.id(), Set.of()))).isEmpty();
    }

    @Test
    default void what_was_begun_in_vain_is_begun_again() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), anEmail()).id();
        world().attempt(account.owner(), () -> {
            ruleRuns().begin(account.id(), Set.of(email));
            throw new IllegalStateException("disk");
        });

        assertThat(world().as(account.owner(), () -> ruleRuns().begin(account.id(), Set.of(email))))
                .containsExactly(email);
    }

    @Test
    default void begins_nothing_of_somebody_else() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), anEmail()).id();
        world().attempt(world().somebody(), () -> ruleRuns().begin(account.id(), Set.of(email)));

        assertThat(world().as(account.owner(), () -> ruleRuns().begin(account.id(), Set.of(email))))
                .containsExactly(email);
    }
}
