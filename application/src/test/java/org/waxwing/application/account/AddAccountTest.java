package org.waxwing.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.application.account.AddAccount.Command;
import org.waxwing.application.account.AddAccount.Result;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.CountingAttemptLimit;
import org.waxwing.application.world.House;
import org.waxwing.application.world.SequentialIds;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.ConnectionProblem;

class AddAccountTest {
    private static final ServerEndpoint INCOMING = new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS);
    private static final ServerEndpoint OUTGOING = new ServerEndpoint("smtp.example.org", 465, ConnectionSecurity.TLS);
    private static final SignIn SIGN_IN = new SignIn.Password("ada", new Secret("s3cret"));

    private final House house = new House();
    private final AddAccount addAccount = house.addAccount();
    private final PersonId ada = house.world().somebody();

    private static Command command(String address) {
        return new Command(EmailAddress.of(address), "Work", INCOMING, OUTGOING, SIGN_IN);
    }

    private void nothingWasStored() {
        assertThat(house.as(ada, () -> house.world().accounts().all())).isEmpty();
        assertThat(house.events().waiting()).isEmpty();
    }

    @Test
    void connects_an_account_whose_sign_in_works() {
        var result = addAccount.add(ada, command("ada@example.org"));

        var stored = house.as(ada, () -> house.world().accounts().all());
        assertThat(stored).hasSize(1);
        assertThat(result).isEqualTo(new Result.Added(stored.getFirst()));
        assertThat(stored.getFirst().owner()).isEqualTo(ada);
        assertThat(stored.getFirst().displayName()).isEqualTo("Work");
        assertThat(stored.getFirst().addedAt()).isEqualTo(house.clock().instant());
        assertThat(house.as(ada, () -> house.world().vault().open(stored.getFirst().id()))).isEqualTo(SIGN_IN);
        assertThat(house.events().waiting()).containsExactly(
                new MailEvent.AccountAdded(ada, stored.getFirst().id()),
                new MailEvent.SyncWanted(ada, stored.getFirst().id()));
    }

    @ParameterizedTest
    @EnumSource(ConnectionProblem.class)
    void stores_nothing_when_the_server_cannot_be_used(ConnectionProblem problem) {
        house.server().refuseNext(problem);

        assertThat(addAccount.add(ada, command("ada@example.org"))).isEqualTo(new Result.Refused(problem));

        nothingWasStored();
    }

    @Test
    void stores_nothing_for_what_is_no_address() {
        assertThat(addAccount.add(ada, command("ada"))).isEqualTo(new Result.NotAnAddress());

        nothingWasStored();
    }

    @Test
    void refuses_the_same_address_on_the_same_server_however_it_is_spelt() {
        var first = (Result.Added) addAccount.add(ada, command("ada@example.org"));
        var again = new Command(EmailAddress.of("ADA@example.org"), "Again",
                new ServerEndpoint("IMAP.example.org", 143, ConnectionSecurity.STARTTLS), OUTGOING, SIGN_IN);

        assertThat(addAccount.add(ada, again)).isEqualTo(new Result.AlreadyAdded(first.account().id()));
        assertThat(house.as(ada, () -> house.world().accounts().all())).hasSize(1);
    }

    @Test
    void lets_somebody_else_connect_the_same_address() {
        var first = (Result.Added) addAccount.add(ada, command("ada@example.org"));
        var bob = house.world().somebody();

        var second = (Result.Added) addAccount.add(bob, command("ada@example.org"));

        assertThat(second.account().id()).isNotEqualTo(first.account().id());
    }

    @Test
    void connects_once_when_the_form_is_sent_twice() {
        var twice = new AddAccount(
                house.transactions(), house.world().accounts(), house.world().vault(),
                new SlowServer(house, () -> addAccount.add(ada, command("ada@example.org"))), house.events(),
                new CountingAttemptLimit(), new SequentialIds(), house.clock());

        var result = twice.add(ada, command("ada@example.org"));

        assertThat(result).isInstanceOf(Result.AlreadyAdded.class);
        assertThat(house.as(ada, () -> house.world().accounts().all())).hasSize(1);
        assertThat(house.waiting(MailEvent.AccountAdded.class)).hasSize(1);
    }

    @Test
    void stops_whoever_tries_one_password_after_the_other() {
        for (int time = 0; time < CountingAttemptLimit.MOST; time++) {
            house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);
            assertThat(addAccount.add(ada, command("ada@example.org"))).isInstanceOf(Result.Refused.class);
        }

        assertThat(addAccount.add(ada, command("ada@example.org"))).isEqualTo(new Result.TooManyAttempts());

        nothingWasStored();
    }

    @Test
    void never_stops_whoever_connects_one_account_after_the_other() {
        for (int time = 0; time < 3 * CountingAttemptLimit.MOST; time++)
            assertThat(addAccount.add(ada, command("ada" + time + "@example.org"))).isInstanceOf(Result.Added.class);
    }

    @Test
    void tells_nobody_when_the_commit_fails() {
        var failing = new AddAccount(
                house.transactions(), house.world().accounts(), house.world().vault(),
                new SlowServer(house, () -> house.world().failCommit(1, new IllegalStateException("disk"))),
                house.events(), new CountingAttemptLimit(), new SequentialIds(),
                house.clock());

        assertThatThrownBy(() -> failing.add(ada, command("ada@example.org"))).hasMessage("disk");

        nothingWasStored();
    }
}
