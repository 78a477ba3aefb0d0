package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
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

    private static SignIn.OAuth oauth(String token) {
        return new SignIn.OAuth("ada@example.org", "custom", new OAuthTokens(
                new Secret("access " + token), new Secret("refresh " + token),
                Instant.parse("2026-03-01T09:00:00.123456789Z")));
    }

    private Account keeping(SignIn signIn) {
        var account = world().accountOf(world().somebody());
        world().run(account.owner(), () -> world().vault().keep(account.id(), signIn));
        return account;
    }

    private SignIn kept(Account account) {
        return world().as(account.owner(), () -> world().vault().open(account.id()));
    }

    private boolean begin(Account account, Instant now) {
        return world().as(account.owner(), () -> world().vault()
                .beginRenewal(account.id(), now, now.plusSeconds(60)));
    }

    @Test
    default void opens_tokens_that_were_kept() {
        var account = keeping(oauth("1"));

        assertThat(kept(account)).isEqualTo(oauth("1"));
    }

    @Test
    default void keeps_renewed_tokens_in_place_of_those_they_renew() {
        var account = keeping(oauth("1"));

        world().run(account.owner(), () -> world().vault().renewed(account.id(), oauth("1"), oauth("2")));

        assertThat(kept(account)).isEqualTo(oauth("2"));
    }

    @Test
    default void a_late_renewal_does_not_undo_what_the_owner_did_meanwhile() {
        var account = keeping(oauth("1"));
        var password = new SignIn.Password("ada", new Secret("s3cret"));
        world().run(account.owner(), () -> world().vault().keep(account.id(), password));

        world().run(account.owner(), () -> world().vault().renewed(account.id(), oauth("1"), oauth("2")));

        assertThat(kept(account)).isEqualTo(password);
    }

    @Test
    default void lets_one_renew_at_a_time_until_it_is_done_or_takes_too_long() {
        var account = keeping(oauth("1"));
        var now = Instant.parse("2026-03-01T09:00:00Z");

        var first = begin(account, now);
        var second = begin(account, now.plusSeconds(59));
        var late = begin(account, now.plusSeconds(60));
        world().run(account.owner(), () -> world().vault().renewed(account.id(), oauth("1"), oauth("2")));
        var next = begin(account, now.plusSeconds(61));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(late).isTrue();
        assertThat(next).isTrue();
    }

    @Test
    default void a_renewal_that_outlives_its_account_is_forgotten() {
        var account = keeping(oauth("1"));
        begin(account, Instant.parse("2026-03-01T09:00:00Z"));
        world().run(account.owner(), () -> world().accounts().remove(account.id()));

        world().run(account.owner(), () -> world().vault().renewed(account.id(), oauth("1"), oauth("2")));

        assertThat(world().as(account.owner(), () -> world().accounts().account(account.id()))).isEmpty();
    }

    @Test
    default void lets_nobody_else_renew() {
        var account = keeping(oauth("1"));
        var eve = world().somebody();
        var now = Instant.parse("2026-03-01T09:00:00Z");

        world().attempt(eve, () -> world().vault().beginRenewal(account.id(), now, now.plusSeconds(60)));
        world().attempt(eve, () -> world().vault().renewed(account.id(), oauth("1"), oauth("2")));

        assertThat(begin(account, now)).isTrue();
        assertThat(kept(account)).isEqualTo(oauth("1"));
    }
}
