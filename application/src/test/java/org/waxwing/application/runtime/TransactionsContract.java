package org.waxwing.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.world.World;

/** What every {@link Transactions} does; the world's stores show whether anything was committed. */
public interface TransactionsContract {
    Transactions transactions();

    /** Stores over the same data, each call of {@link World#as} in one of {@link #transactions}. */
    World world();

    private Optional<Account> stored(Account account) {
        return world().as(account.owner(), () -> world().accounts().account(account.id()));
    }

    private Account unstored() {
        return World.anAccount(world().somebody(), Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    default void gives_back_what_the_work_gave() {
        var ada = world().somebody();

        int result = transactions().call(Actor.of(ada), () -> 42);

        assertThat(result).isEqualTo(42);
    }

    @Test
    default void commits_what_was_stored() {
        var account = unstored();

        transactions().run(Actor.of(account.owner()), () -> world().accounts().add(account));

        assertThat(stored(account)).contains(account);
    }

    @Test
    default void takes_back_what_was_stored_when_the_work_throws_and_passes_the_exception_on() {
        var account = unstored();
        var bug = new IllegalStateException("planted");

        var thrown = catchThrowable(() -> transactions().run(Actor.of(account.owner()), () -> {
            world().accounts().add(account);
            throw bug;
        }));

        assertThat(thrown).isSameAs(bug);
        assertThat(stored(account)).isEmpty();
    }

    @Test
    default void shows_what_was_stored_to_the_work_itself() {
        var account = unstored();

        var seen = transactions().call(Actor.of(account.owner()), () -> {
            world().accounts().add(account);
            return world().accounts().account(account.id());
        });

        assertThat(seen).contains(account);
    }

    @Test
    default void goes_on_after_a_failure() {
        var account = unstored();
        assertThatThrownBy(() -> transactions().run(Actor.of(account.owner()), () -> {
            throw new IllegalStateException("planted");
        })).isInstanceOf(IllegalStateException.class);

        transactions().run(Actor.of(account.owner()), () -> world().accounts().add(account));

        assertThat(stored(account)).contains(account);
    }

    @Test
    default void does_what_is_for_afterwards_in_order_after_the_work() {
        var ada = world().somebody();
        var told = new ArrayList<String>();

        transactions().run(Actor.of(ada), () -> {
            transactions().afterCommit(() -> told.add("first"));
            transactions().afterCommit(() -> told.add("second"));
            told.add("work");
        });

        assertThat(told).containsExactly("work", "first", "second");
    }

    @Test
    default void does_nothing_afterwards_when_the_work_throws() {
        var ada = world().somebody();
        var told = new ArrayList<String>();

        var thrown = catchThrowable(() -> transactions().run(Actor.of(ada), () -> {
            transactions().afterCommit(() -> told.add("never"));
            throw new IllegalStateException("planted");
        }));

        assertThat(thrown).hasMessage("planted");
        assertThat(told).isEmpty();
    }

    @Test
    default void forgets_what_was_for_afterwards_with_its_transaction() {
        var ada = world().somebody();
        var told = new ArrayList<String>();
        transactions().run(Actor.of(ada), () -> transactions().afterCommit(() -> told.add("once")));

        transactions().run(Actor.of(ada), () -> told.add("next"));

        assertThat(told).containsExactly("once", "next");
    }

    @Test
    default void refuses_a_transaction_within_another() {
        var ada = world().somebody();

        assertThatThrownBy(() -> transactions().run(
                Actor.of(ada), () -> transactions().run(Actor.of(ada), () -> {})))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transactions().<Integer>call(Actor.of(ada), () -> 1)).isEqualTo(1);
    }

    @Test
    default void refuses_what_is_for_afterwards_when_nothing_is_running() {
        assertThatThrownBy(() -> transactions().afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void shows_nothing_outside_a_transaction() {
        var account = world().accountOf(world().somebody());
        var seen = new ArrayList<Account>();

        // whether it is refused or shows nothing is the store's choice
        var refusal = catchThrowable(() -> world().accounts().account(account.id()).ifPresent(seen::add));

        assertThat(seen).as("refused: %s", refusal).isEmpty();
    }

    @Test
    default void leaves_nothing_of_one_actor_to_the_next() {
        var account = world().accountOf(world().somebody());
        var eve = world().somebody();
        var seen = new ArrayList<Account>();

        for (int time = 0; time < 5; time++) {
            assertThat(stored(account)).contains(account);
            transactions().run(Actor.of(eve), () -> seen.addAll(world().accounts().all()));
        }

        assertThat(seen).isEmpty();
    }

    @Test
    default void the_house_sees_no_account() {
        var account = world().accountOf(world().somebody());

        var seen = transactions().call(new Actor.House(), () -> {
            var all = new ArrayList<>(world().accounts().all());
            world().accounts().account(account.id()).ifPresent(all::add);
            return List.copyOf(all);
        });

        assertThat(seen).isEmpty();
    }
}
