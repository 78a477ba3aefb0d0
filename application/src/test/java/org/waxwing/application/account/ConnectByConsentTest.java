package org.waxwing.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waxwing.application.account.ConnectByConsent.Command;
import org.waxwing.application.account.ConnectByConsent.Consent;
import org.waxwing.application.account.ConnectByConsent.Purpose;
import org.waxwing.application.account.ConnectByConsent.Result;
import org.waxwing.application.world.CountingAttemptLimit;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.world.ScriptedOAuthClient;

class ConnectByConsentTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/oauth/callback");
    private static final String PROVIDER = ScriptedOAuthClient.PROVIDER.key();
    private static final Purpose CONNECT = new Purpose.Connect("Work");

    private final House house = new House();
    private final ConnectByConsent connect = house.connectByConsent();
    private final PersonId ada = house.world().somebody();

    private Consent.Code consent(String address) {
        var request = ask();
        return new Consent.Code(request, house.oauth().consent(request, address));
    }

    private ConsentRequest ask() {
        return new AskForConsent(house.oauth()).ask(PROVIDER, CALLBACK, "").orElseThrow();
    }

    private Account connected(String address) {
        var result = (Result.Connected) connect.connect(ada, new Command(consent(address), CONNECT));
        return ((AddAccount.Result.Added) result.result()).account();
    }

    @Test
    void connects_the_mailbox_of_whoever_consents_at_the_servers_of_the_provider() {
        var account = connected("ada@example.org");

        assertThat(account.address().address()).isEqualTo("ada@example.org");
        assertThat(account.displayName()).isEqualTo("Work");
        assertThat(account.incoming()).isEqualTo(ScriptedOAuthClient.PROVIDER.incoming());
        assertThat(account.outgoing()).isEqualTo(ScriptedOAuthClient.PROVIDER.outgoing());
        assertThat(house.signIn(account)).isInstanceOfSatisfying(SignIn.OAuth.class, it -> {
            assertThat(it.username()).isEqualTo("ada@example.org");
            assertThat(it.provider()).isEqualTo(PROVIDER);
        });
    }

    @Test
    void goes_on_working_when_the_token_is_over() {
        var account = connected("ada@example.org");
        house.pass(Duration.ofHours(5));

        house.sync(account);

        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.status(account).problem()).isEmpty();
    }

    @Test
    void a_consent_that_is_taken_back_waits_for_the_owner_and_comes_back_in_place() {
        var account = connected("ada@example.org");
        house.oauth().end("ada@example.org");
        house.pass(Duration.ofHours(5));
        house.sync(account);
        var refused = house.status(account).phase();

        var result = connect.connect(
                ada, new Command(consent("ADA@example.org"), new Purpose.Reconnect(account.id())));
        house.sync(account);

        assertThat(refused).isEqualTo(Phase.NEEDS_SIGN_IN);
        assertThat(result).isEqualTo(new Result.Reconnected(new ReconnectAccount.Result.Reconnected(account)));
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void reconnects_no_account_by_the_consent_of_another_mailbox() {
        var account = connected("ada@example.org");
        var before = house.signIn(account);

        var result = connect.connect(
                ada, new Command(consent("eve@example.org"), new Purpose.Reconnect(account.id())));

        assertThat(result).isEqualTo(new Result.Reconnected(
                new ReconnectAccount.Result.OtherMailbox(account.address())));
        assertThat(house.signIn(account)).isEqualTo(before);
    }

    @Test
    void connects_by_a_refresh_token_that_the_owner_brings() {
        var tokens = house.oauth().tokensOf("ada@example.org");

        var result = connect.connect(ada, new Command(
                new Consent.Token(PROVIDER, tokens.refreshToken(), EmailAddress.of("ada@example.org")), CONNECT));

        assertThat(result).isInstanceOfSatisfying(Result.Connected.class,
                it -> assertThat(it.result()).isInstanceOf(AddAccount.Result.Added.class));
    }

    @Test
    void takes_the_typed_address_only_where_the_provider_tells_none() {
        var tokens = new OAuthTokens(new Secret("a"), new Secret("r"), house.clock().instant().plusSeconds(300));
        var typed = new Consent.Token(PROVIDER, new Secret("x"), EmailAddress.of("typed@example.org"));
        house.oauth().answerNext(new OAuthGrant.Granted(tokens, "told@example.org", ""));
        house.oauth().answerNext(new OAuthGrant.Granted(tokens, "", ""));
        house.oauth().answerNext(new OAuthGrant.Granted(tokens, "", ""));

        var told = connect.connect(ada, new Command(typed, CONNECT));
        var silent = connect.connect(ada, new Command(typed, CONNECT));
        var nobody = connect.connect(ada, new Command(new Consent.Code(ask(), new Secret("c")), CONNECT));

        assertThat(address(told)).isEqualTo("told@example.org");
        assertThat(address(silent)).isEqualTo("typed@example.org");
        assertThat(nobody).isEqualTo(new Result.NoAddress());
    }

    private static String address(Result result) {
        return ((AddAccount.Result.Added) ((Result.Connected) result).result()).account().address().address();
    }

    @Test
    void tells_why_the_provider_gave_nothing() {
        var made = new Command(new Consent.Code(ask(), new Secret("made-up")), CONNECT);

        assertThat(connect.connect(ada, made)).isEqualTo(new Result.NotGranted());
        house.oauth().answerNext(new OAuthGrant.Unreachable());
        assertThat(connect.connect(ada, made)).isEqualTo(new Result.Unreachable());
        house.oauth().answerNext(new OAuthGrant.NotOffered());
        assertThat(connect.connect(ada, made)).isEqualTo(new Result.NotOffered());
        assertThat(connect.connect(ada, new Command(
                new Consent.Token("nobody", new Secret("x"), EmailAddress.of("ada@example.org")), CONNECT)))
                .isEqualTo(new Result.NotOffered());
        assertThat(house.as(ada, () -> house.world().accounts().all())).isEmpty();
    }

    @Test
    void stops_whoever_guesses_tokens() {
        var guess = new Command(
                new Consent.Token(PROVIDER, new Secret("guess"), EmailAddress.of("ada@example.org")), CONNECT);
        for (int time = 0; time < CountingAttemptLimit.MOST; time++)
            assertThat(connect.connect(ada, guess)).isEqualTo(new Result.NotGranted());

        assertThat(connect.connect(ada, guess)).isEqualTo(new Result.TooManyAttempts());
    }

    @Test
    void asks_no_provider_that_is_not_set_up() {
        assertThat(new AskForConsent(house.oauth()).ask("nobody", CALLBACK, "")).isEmpty();
    }
}
