package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.waxwing.domain.world.World;

/** What every {@link CredentialVault} does. */
public interface CredentialVaultContract {
    World world();

    @Test
    default void opens_what_was_kept() {
        var account = world().accountOf(world().somebody());
        var signIn = new SignIn.Password("ada@example.org", new Secret("pä$$ wörd 🦆"));

        world().run(account.owner(), () -> world().vault().keep(account.id(), signIn));

        assertThat(world().as(account.owner(), () -> world().vault().open(account.id()))).isEqualTo(signIn);
    }

    @Test
    default void keeps_the_latest_sign_in_alone() {
        var account = world().accountOf(world().somebody());
        world().run(account.owner(), () -> world().vault().keep(
                account.id(), new SignIn.Password("ada", new Secret("old"))));
        var latest = new SignIn.Password("ada", new Secret("new"));

        world().run(account.owner(), () -> world().vault().keep(account.id(), latest));

        assertThat(world().as(account.owner(), () -> world().vault().open(account.id()))).isEqualTo(latest);
    }

    @Test
    default void keeps_the_sign_ins_of_accounts_apart() {
        var ada = world().somebody();
        var first = world().accountOf(ada);
        var second = world().accountOf(ada);
        var firsts = new SignIn.Password("one", new Secret("1"));
        var seconds = new SignIn.Password("two", new Secret("2"));

        world().run(ada, () -> {
            world().vault().keep(first.id(), firsts);
            world().vault().keep(second.id(), seconds);
        });

        assertThat(world().as(ada, () -> world().vault().open(first.id()))).isEqualTo(firsts);
        assertThat(world().as(ada, () -> world().vault().open(second.id()))).isEqualTo(seconds);
    }

    @Test
    default void refuses_to_open_what_was_never_kept() {
        var account = world().accountOf(world().somebody());

        assertThatThrownBy(() -> world().as(account.owner(), () -> world().vault().open(account.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void opens_for_nobody_but_the_owner() {
        var account = world().accountOf(world().somebody());
        world().run(account.owner(), () -> world().vault().keep(
                account.id(), new SignIn.Password("ada", new Secret("s3cret"))));
        var eve = world().somebody();

        assertThatThrownBy(() -> world().as(eve, () -> world().vault().open(account.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void lets_nobody_else_replace_a_sign_in() {
        var account = world().accountOf(world().somebody());
        var signIn = new SignIn.Password("ada", new Secret("s3cret"));
        world().run(account.owner(), () -> world().vault().keep(account.id(), signIn));
        var eve = world().somebody();

        world().attempt(eve, () -> world().vault().keep(
                account.id(), new SignIn.Password("eve", new Secret("hers"))));

        assertThat(world().as(account.owner(), () -> world().vault().open(account.id()))).isEqualTo(signIn);
    }
}
