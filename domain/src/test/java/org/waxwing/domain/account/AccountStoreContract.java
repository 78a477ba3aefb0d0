package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What every {@link AccountStore} does. */
public interface AccountStoreContract {
    World world();

    @Test
    default void gives_back_what_was_added() {
        var ada = world().somebody();
        var account = new Account(
                new AccountId(UUID.randomUUID()),
                ada,
                new EmailAddress(new UntrustedText("Ada 🦆"), "Ada.Lovelace@Example.ORG"),
                "Büro",
                new ServerEndpoint("127.0.0.1", 3143, ConnectionSecurity.NONE),
                new ServerEndpoint("smtp.example.org", 587, ConnectionSecurity.STARTTLS),
                Instant.parse("2026-03-01T09:00:00.123456Z"));

        world().run(ada, () -> world().accounts().add(account));

        assertThat(world().as(ada, () -> world().accounts().account(account.id()))).isEqualTo(Optional.of(account));
    }

    @Test
    default void knows_no_account_that_was_never_added() {
        var ada = world().somebody();

        var found = world().as(ada, () -> world().accounts().account(new AccountId(UUID.randomUUID())));

        assertThat(found).isEmpty();
    }

    @Test
    default void lists_accounts_oldest_first() {
        var ada = world().somebody();
        var second = World.anAccount(ada, Instant.parse("2026-03-02T00:00:00Z"));
        var third = World.anAccount(ada, Instant.parse("2026-03-03T00:00:00Z"));
        var first = World.anAccount(ada, Instant.parse("2026-03-01T00:00:00Z"));
        world().run(ada, () -> {
            world().accounts().add(second);
            world().accounts().add(third);
            world().accounts().add(first);
        });

        var all = world().as(ada, () -> world().accounts().all());

        assertThat(all).containsExactly(first, second, third);
    }

    @Test
    default void shows_an_account_to_nobody_but_its_owner() {
        var account = world().accountOf(world().somebody());
        var eve = world().somebody();

        var found = world().as(eve, () -> world().accounts().account(account.id()));
        var all = world().as(eve, () -> world().accounts().all());

        assertThat(found).isEmpty();
        assertThat(all).isEmpty();
    }

    @Test
    default void adds_no_account_for_somebody_else() {
        var ada = world().somebody();
        var eve = world().somebody();

        world().attempt(eve, () -> world().accounts().add(
                World.anAccount(ada, Instant.parse("2026-03-01T00:00:00Z"))));

        assertThat(world().as(eve, () -> world().accounts().all())).isEmpty();
        assertThat(world().as(ada, () -> world().accounts().all())).isEmpty();
    }

    @Test
    default void removes_an_account() {
        var ada = world().somebody();
        var kept = world().accountOf(ada);
        var removed = world().accountOf(ada);

        var first = world().as(ada, () -> world().accounts().remove(removed.id()));
        var again = world().as(ada, () -> world().accounts().remove(removed.id()));

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(world().as(ada, () -> world().accounts().all())).containsExactly(kept);
    }

    @Test
    default void removes_everything_that_was_stored_for_the_account() {
        var ada = world().somebody();
        var account = world().accountOf(ada);
        var inbox = world().inbox(account);
        var email = world().deliver(account, inbox, EmailBuilder.anEmail().named("gone@example.org"));
        var bob = EmailAddress.of("bob@example.org");
        world().run(ada, () -> {
            world().vault().keep(account.id(), new SignIn.Password("ada", new Secret("s3cret")));
            world().book().note(account.id(), Set.of(new Correspondence(
                    email.id(), bob, Correspondence.Direction.RECEIVED, email.receivedAt())));
        });

        world().run(ada, () -> world().accounts().remove(account.id()));

        world().run(ada, () -> {
            assertThat(world().reader().mailboxes()).isEmpty();
            assertThat(world().reader().email(email.id())).isEmpty();
            assertThat(world().reader().threads(new ListQuery(
                    new Scope.AllAccounts(MailView.ALL), false, ListPosition.START, 10)).items())
                    .isEmpty();
            assertThat(world().statuses().status(account.id())).isEmpty();
            assertThat(world().states().snapshot(account.id(), inbox.id())).isEmpty();
            assertThat(world().mail().alreadyStored(account.id(), Set.of(email.source()))).isEmpty();
            assertThat(world().book().known(account.id(), Set.of(bob)).values())
                    .allMatch(Acquaintance.NONE::equals);
        });
        assertThat(catchThrowable(() -> world().as(ada, () -> world().vault().open(account.id())))).isNotNull();
    }

    @Test
    default void removes_nothing_of_somebody_else() {
        var ada = world().somebody();
        var account = world().accountOf(ada);
        var eve = world().somebody();

        var removed = world().as(eve, () -> world().accounts().remove(account.id()));

        assertThat(removed).isFalse();
        assertThat(world().as(ada, () -> world().accounts().account(account.id()))).contains(account);
    }

    @Test
    default void replaces_name_and_servers_and_nothing_else() {
        var ada = world().somebody();
        var account = world().accountOf(ada);
        var other = new ServerEndpoint("mail.example.net", 143, ConnectionSecurity.STARTTLS);
        var changed = account.named("Home").at(other, other);

        world().run(ada, () -> world().accounts().replace(changed));

        assertThat(world().as(ada, () -> world().accounts().all())).containsExactly(changed);
        assertThat(changed.address()).isEqualTo(account.address());
        assertThat(world().as(ada, () -> world().statuses().status(account.id()))).isPresent();
    }

    @Test
    default void replaces_nothing_of_somebody_else() {
        var ada = world().somebody();
        var account = world().accountOf(ada);
        var eve = world().somebody();

        assertThat(catchThrowable(() -> world().run(eve, () -> world().accounts().replace(account.named("Hers")))))
                .isNotNull();

        assertThat(world().as(ada, () -> world().accounts().account(account.id()))).contains(account);
    }
}
