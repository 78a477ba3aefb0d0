package org.waxwing.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.application.account.ReconnectAccount.Command;
import org.waxwing.application.account.ReconnectAccount.Proof;
import org.waxwing.application.account.ReconnectAccount.Result;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.world.CountingAttemptLimit;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.world.ScriptedOAuthClient;

/** An account whose sign-in was refused, until it works again. */
class ReconnectAccountTest {
    private static final Proof PASSWORD = new Proof.Password("", new Secret("new"));
    private static final Duration YEAR = Duration.ofDays(365);

    private final House house = new House();
    private final ReconnectAccount reconnect = house.reconnectAccount();
    private final Account account = house.connected();

    private Command by(Proof proof) {
        return new Command(account.id(), account.incoming(), account.outgoing(), proof);
    }

    private void isRefused() {
        house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);
        house.sync(account);
    }

    private List<WatchedAccounts.Entry> due() {
        var now = house.clock().instant();
        return house.transactions().call(new Actor.House(), () -> house.watched().due(now, now));
    }

    @Test
    void a_refused_account_is_left_alone_by_everything_that_asks_by_itself() {
        isRefused();
        var opened = house.server().opened();
        house.pass(YEAR);

        house.transactions().run(new Actor.House(), () -> house.watched().giveBack("node"));
        house.watchAccounts().watchAll();

        assertThat(due()).isEmpty();
        assertThat(house.server().watches()).isZero();
        assertThat(house.server().opened()).isEqualTo(opened);
        assertThat(house.status(account).phase()).isEqualTo(Phase.NEEDS_SIGN_IN);
    }

    @Test
    void works_again_with_a_new_password_and_loses_nothing() {
        house.server().inbox().deliver(anEmail().subject("before"));
        house.sync(account);
        var before = house.emails(account, MailView.IMBOX);
        isRefused();
        house.events().clear();
        house.server().inbox().deliver(anEmail().subject("meanwhile"));

        var result = reconnect.reconnect(account.owner(), by(PASSWORD));

        assertThat(result).isEqualTo(new Result.Reconnected(account));
        assertThat(house.signIn(account)).isEqualTo(new SignIn.Password("ada", new Secret("new")));
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.status(account).problem()).isEmpty();
        assertThat(house.events().waiting()).containsExactly(
                new MailEvent.AccountReconnected(account.owner(), account.id()),
                new MailEvent.SyncWanted(account.owner(), account.id()));
        house.events().waiting().forEach(house.mailFlow()::handle);
        assertThat(house.watchAccounts().watches(account.id())).isTrue();
        assertThat(house.emails(account, MailView.IMBOX)).hasSize(2).containsAll(before);
    }

    @Test
    void is_asked_for_again_even_when_the_event_is_lost() {
        isRefused();

        reconnect.reconnect(account.owner(), by(PASSWORD));

        assertThat(due()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(ConnectionProblem.class)
    void changes_nothing_when_it_does_not_work(ConnectionProblem problem) {
        isRefused();
        var status = house.status(account);
        house.events().clear();
        house.server().refuseNext(problem);

        assertThat(reconnect.reconnect(account.owner(), by(PASSWORD))).isEqualTo(new Result.Refused(problem));

        assertThat(house.signIn(account)).isEqualTo(new SignIn.Password("ada", new Secret("s3cret")));
        assertThat(house.status(account)).isEqualTo(status);
        assertThat(house.events().waiting()).isEmpty();
    }

    @Test
    void takes_another_name_and_other_servers() {
        var other = new ServerEndpoint("mail.example.net", 993, ConnectionSecurity.TLS);

        var result = reconnect.reconnect(account.owner(), new Command(
                account.id(), other, other, new Proof.Password("lovelace", new Secret("new"))));

        assertThat(result).isEqualTo(new Result.Reconnected(account.at(other, other)));
        assertThat(house.as(account.owner(), () -> house.world().accounts().account(account.id())))
                .contains(account.at(other, other));
        assertThat(house.signIn(account).username()).isEqualTo("lovelace");
    }

    @Test
    void does_not_become_the_twin_of_another_account() {
        var other = new ServerEndpoint("mail.example.net", 993, ConnectionSecurity.TLS);
        var added = (AddAccount.Result.Added) house.addAccount().add(account.owner(), new AddAccount.Command(
                account.address(), "", other, other, new SignIn.Password("ada", new Secret("x"))));

        var result = reconnect.reconnect(
                account.owner(), new Command(account.id(), other, other, PASSWORD));

        assertThat(result).isEqualTo(new Result.AlreadyAdded(added.account().id()));
    }

    @Test
    void takes_a_consent_for_the_same_mailbox_alone() {
        var stranger = EmailAddress.of("eve@example.org");
        var tokens = house.oauth().tokensOf("eve@example.org");
        var signIn = new SignIn.OAuth("eve", ScriptedOAuthClient.PROVIDER.key(), tokens);

        var other = reconnect.reconnect(account.owner(), by(new Proof.Consent(stranger, signIn)));
        var same = reconnect.reconnect(account.owner(), by(new Proof.Consent(account.address(), signIn)));

        assertThat(other).isEqualTo(new Result.OtherMailbox(account.address()));
        assertThat(same).isInstanceOf(Result.Reconnected.class);
        assertThat(house.signIn(account)).isEqualTo(signIn);
    }

    @Test
    void a_pass_with_the_old_password_does_not_undo_it() {
        house.server().inbox().deliver(anEmail().subject("one"));
        house.server().before(1, () -> {
            reconnect.reconnect(account.owner(), by(PASSWORD));
            house.server().inbox().renumber();
        });

        house.sync(account);

        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.status(account).problem()).isEmpty();
    }

    @Test
    void is_for_the_owner_alone() {
        var eve = house.world().somebody();

        assertThat(reconnect.reconnect(eve, by(PASSWORD))).isEqualTo(new Result.NoSuchAccount());
    }

    @Test
    void stops_whoever_tries_one_password_after_the_other() {
        for (int time = 0; time < CountingAttemptLimit.MOST; time++) {
            house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);
            assertThat(reconnect.reconnect(account.owner(), by(PASSWORD))).isInstanceOf(Result.Refused.class);
        }

        assertThat(reconnect.reconnect(account.owner(), by(PASSWORD))).isEqualTo(new Result.TooManyAttempts());
    }
}
