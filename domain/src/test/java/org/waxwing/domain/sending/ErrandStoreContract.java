package org.waxwing.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.sending.Errands.NOW;
import static org.waxwing.domain.sending.Errands.forward;
import static org.waxwing.domain.sending.Errands.reply;
import static org.waxwing.domain.sending.Errands.webhook;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.world.World;

/** What every {@link ErrandStore} does. */
public interface ErrandStoreContract {
    World world();

    ErrandStore errands();

    private void add(Account account, Errand... errands) {
        world().run(account.owner(), () -> errands().add(account.id(), List.of(errands)));
    }

    private void note(Account account, Errand errand) {
        world().run(account.owner(), () -> errands().note(errand));
    }

    private Optional<Errand> taken(Account account, Errand errand) {
        return world().as(account.owner(), () -> errands().take(errand.id()));
    }

    private List<ErrandId> due(Account account, Instant now) {
        return world().as(account.owner(), () -> errands().due(account.id(), now, 10));
    }

    private int begun(Account account, Instant since) {
        return world().<Integer>as(account.owner(), () -> errands().begunSince(account.id(), since));
    }

    @Test
    default void keeps_an_errand_of_every_kind_as_it_is() {
        var account = world().accountOf(world().somebody());
        var all = List.of(forward(account.id()), reply(account.id()), webhook(account.id()));

        add(account, all.toArray(Errand[]::new));

        assertThat(all).allSatisfy(it -> assertThat(taken(account, it)).contains(it));
    }

    @Test
    default void notes_every_step() {
        var account = world().accountOf(world().somebody());
        var errand = forward(account.id());
        add(account, errand);

        var begun = errand.begun(NOW.plusSeconds(1), NOW.plusSeconds(600));
        for (var step : List.of(begun, begun.later(Trouble.BUSY, NOW.plusSeconds(2)), begun.ending(),
                begun.ending().uncertain(NOW), begun.ending().sent(NOW), begun.failed(Trouble.TOO_LARGE, NOW))) {
            note(account, step);
            assertThat(taken(account, step)).contains(step);
        }
    }

    @Test
    default void tells_what_is_due_the_longest_due_first() {
        var account = world().accountOf(world().somebody());
        var first = forward(account.id()).putOff(Trouble.LIMIT, NOW.plusSeconds(1));
        var second = reply(account.id()).putOff(Trouble.LIMIT, NOW.plusSeconds(2));
        var held = reply(account.id()).begun(NOW, NOW.plusSeconds(3));
        var over = reply(account.id()).begun(NOW, NOW).ending().sent(NOW);
        var future = webhook(account.id()).putOff(Trouble.NONE, NOW.plusSeconds(5));
        add(account, second, first, held, over, future);

        assertThat(due(account, NOW)).isEmpty();
        assertThat(due(account, NOW.plusSeconds(2))).containsExactly(first.id(), second.id());
        assertThat(due(account, NOW.plusSeconds(4))).containsExactly(first.id(), second.id(), held.id());
        assertThat(world().as(account.owner(), () -> errands().due(account.id(), NOW.plusSeconds(4), 1)))
                .containsExactly(first.id());
    }

    @Test
    default void counts_messages_that_were_begun() {
        var account = world().accountOf(world().somebody());
        add(account, forward(account.id()).begun(NOW, NOW.plusSeconds(600)),
                reply(account.id()).begun(NOW.minusSeconds(7200), NOW).ending().sent(NOW),
                reply(account.id()).begun(NOW, NOW).later(Trouble.BUSY, NOW),
                webhook(account.id()).begun(NOW, NOW.plusSeconds(600)),
                forward(account.id()));

        assertThat(begun(account, NOW.minus(Duration.ofHours(1)))).isEqualTo(2);
        assertThat(begun(account, NOW.minus(Duration.ofHours(3)))).isEqualTo(3);
        assertThat(begun(account, NOW.plusSeconds(1))).isZero();
    }

    @Test
    default void an_errand_outlives_the_message_that_caused_it() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var email = world().deliver(account, inbox, anEmail());
        var errand = Errands.about(account.id(), email.id(), new Task.Forward(Errands.CAROL));
        add(account, errand);

        world().empty(account, inbox);

        assertThat(taken(account, errand)).contains(errand);
        assertThat(world().as(account.owner(), () -> errands().of(email.id()))).containsExactly(errand);
    }

    @Test
    default void forgets_what_is_long_over_and_nothing_that_is_open() {
        var account = world().accountOf(world().somebody());
        var over = forward(account.id()).begun(NOW, NOW).ending().sent(NOW);
        var open = forward(account.id());
        var late = forward(account.id()).failed(Trouble.TOO_LARGE, NOW.plusSeconds(60));
        add(account, over, open, late);

        world().run(account.owner(), () -> errands().forget(account.id(), NOW.plusSeconds(30)));

        assertThat(taken(account, over)).isEmpty();
        assertThat(taken(account, open)).contains(open);
        assertThat(taken(account, late)).contains(late);
    }

    @Test
    default void what_is_taken_back_was_never_written() {
        var account = world().accountOf(world().somebody());
        var errand = forward(account.id());
        world().attempt(account.owner(), () -> {
            errands().add(account.id(), List.of(errand));
            throw new IllegalStateException("disk");
        });

        assertThat(taken(account, errand)).isEmpty();
        assertThat(due(account, NOW)).isEmpty();
    }

    @Test
    default void is_gone_with_the_account() {
        var account = world().accountOf(world().somebody());
        var errand = forward(account.id());
        add(account, errand);

        world().run(account.owner(), () -> world().accounts().remove(account.id()));
        note(account, errand.failed(Trouble.BUSY, NOW));

        assertThat(taken(account, errand)).isEmpty();
    }

    @Test
    default void is_nobody_elses() {
        var account = world().accountOf(world().somebody());
        var errand = forward(account.id());
        add(account, errand);
        var stranger = world().somebody();

        world().attempt(stranger, () -> errands().note(errand.failed(Trouble.BUSY, NOW)));
        world().attempt(stranger, () -> errands().add(account.id(), List.of(forward(account.id()))));
        world().attempt(stranger, () -> errands().forget(account.id(), NOW.plusSeconds(600)));

        assertThat(world().as(stranger, () -> errands().take(errand.id()))).isEmpty();
        assertThat(world().as(stranger, () -> errands().of(errand.occasion().email()))).isEmpty();
        assertThat(world().as(stranger, () -> errands().due(account.id(), NOW, 10))).isEmpty();
        assertThat(due(account, NOW)).containsExactly(errand.id());
        assertThat(taken(account, errand)).contains(errand);
    }
}
