package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.world.ScriptedOAuthClient;

/** What opens an account, whenever it is asked for. */
class OpenAccountTest {
    private final House house = new House();
    private final List<SignIn> shown = new ArrayList<>();

    private SignIn opened(Account account) {
        return house.openAccount()
                .open(account.owner(), account.id(), (opened, signIn) -> signIn)
                .orElseThrow();
    }

    /** Opens at a server that takes tokens only when {@code good} says so. */
    private String attempt(Account account, int refusals) {
        return house.openAccount().open(account.owner(), account.id(), (opened, signIn) -> {
            shown.add(signIn);
            if (shown.size() <= refusals) throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
            return "in";
        }).orElseThrow();
    }

    private static void assertProblem(ConnectionProblem expected, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(
                MailProviderException.class, e -> assertThat(e.problem()).isEqualTo(expected));
    }

    @Test
    void a_password_is_used_as_it_is_and_once() {
        var account = house.connected();

        assertProblem(ConnectionProblem.SIGN_IN_REFUSED, () -> attempt(account, 1));

        assertThat(shown).containsExactly(house.signIn(account));
        assertThat(house.oauth().renewals()).isZero();
    }

    @Test
    void opens_nothing_that_is_not_theirs() {
        var account = house.connected();

        assertThat(house.openAccount().open(house.world().somebody(), account.id(), (opened, signIn) -> signIn))
                .isEmpty();
    }

    @Test
    void a_good_token_is_used_as_it_is() {
        var account = house.consented();

        assertThat(opened(account)).isEqualTo(house.signIn(account));
        assertThat(house.oauth().renewals()).isZero();
    }

    @Test
    void a_token_is_renewed_a_minute_before_its_end_and_kept() {
        var account = house.consented();
        var before = house.signIn(account);
        house.pass(ScriptedOAuthClient.LIFETIME.minusSeconds(61));
        var early = opened(account);
        house.pass(Duration.ofSeconds(1));

        var renewed = opened(account);

        assertThat(early).isEqualTo(before);
        assertThat(renewed).isNotEqualTo(before).isEqualTo(house.signIn(account));
        assertThat(opened(account)).isEqualTo(renewed);
        assertThat(house.oauth().renewals()).isEqualTo(1);
    }

    @Test
    void a_refresh_token_that_was_exchanged_is_not_lost() {
        var account = house.consented();

        for (int time = 1; time <= 5; time++) {
            house.pass(ScriptedOAuthClient.LIFETIME);
            opened(account);
            assertThat(house.oauth().renewals()).isEqualTo(time);
        }
    }

    @Test
    void a_token_that_is_refused_before_its_time_is_renewed_and_tried_once_more() {
        var account = house.consented();

        assertThat(attempt(account, 1)).isEqualTo("in");

        assertThat(shown).hasSize(2).doesNotHaveDuplicates();
        assertThat(shown.getLast()).isEqualTo(house.signIn(account));
    }

    @Test
    void a_new_token_that_is_refused_too_is_a_refused_sign_in() {
        var account = house.consented();

        assertProblem(ConnectionProblem.SIGN_IN_REFUSED, () -> attempt(account, 9));

        assertThat(shown).hasSize(2);
        assertThat(house.oauth().renewals()).isEqualTo(1);
    }

    @Test
    void a_token_that_ends_during_a_long_pass_is_renewed_again() {
        var account = house.consented();
        house.pass(ScriptedOAuthClient.LIFETIME);

        var done = house.openAccount().open(account.owner(), account.id(), (opened, signIn) -> {
            shown.add(signIn);
            if (shown.size() > 1) return "done";
            house.pass(ScriptedOAuthClient.LIFETIME);
            throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
        });

        assertThat(done).contains("done");
        assertThat(house.oauth().renewals()).isEqualTo(2);
    }

    @Test
    void other_trouble_of_the_server_renews_nothing() {
        var account = house.consented();

        assertProblem(ConnectionProblem.UNREACHABLE, () -> house.openAccount()
                .open(account.owner(), account.id(), (opened, signIn) -> {
                    throw new MailProviderException(ConnectionProblem.UNREACHABLE);
                }));

        assertThat(house.oauth().renewals()).isZero();
    }

    @Test
    void a_consent_that_lapsed_is_a_refused_sign_in() {
        var account = house.consented();
        house.oauth().end(account.address().address());
        house.pass(ScriptedOAuthClient.LIFETIME);

        assertProblem(ConnectionProblem.SIGN_IN_REFUSED, () -> opened(account));
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE", "NOT_ALLOWED"})
    void trouble_at_the_provider_is_no_refusal_and_passes(ConnectionProblem problem) {
        var account = house.consented();
        house.pass(ScriptedOAuthClient.LIFETIME);
        house.oauth().answerNext(problem == ConnectionProblem.UNREACHABLE
                ? new OAuthGrant.Unreachable()
                : new OAuthGrant.NotOffered());

        assertProblem(problem, () -> opened(account));

        assertThat(opened(account)).isEqualTo(house.signIn(account));
    }

    @Test
    void what_the_owner_reconnects_with_during_a_renewal_stays() {
        var account = house.consented();
        var password = new SignIn.Password("ada", new Secret("new"));
        house.pass(ScriptedOAuthClient.LIFETIME);
        house.oauth().whileRenewing(() -> house.world().run(
                account.owner(), () -> house.world().vault().keep(account.id(), password)));

        opened(account);

        assertThat(house.signIn(account)).isEqualTo(password);
    }

    @Test
    void two_who_want_the_same_account_renew_it_once() throws Exception {
        var account = house.consented();
        house.pass(ScriptedOAuthClient.LIFETIME);
        var firstRenews = new CountDownLatch(1);
        var secondWaits = new CountDownLatch(1);
        house.oauth().whileRenewing(() -> {
            firstRenews.countDown();
            await(secondWaits);
        });
        var second = new OpenAccount(house.transactions(), house.world().accounts(), house.world().vault(),
                house.oauth(), house.clock(), secondWaits::countDown);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ours = threads.submit(() -> opened(account));
            await(firstRenews);
            var theirs = threads.submit(() -> second.open(account.owner(), account.id(), (opened, it) -> it));

            assertThat(theirs.get(20, TimeUnit.SECONDS)).contains(ours.get(20, TimeUnit.SECONDS));
        }
        assertThat(house.oauth().renewals()).isEqualTo(1);
    }

    @Test
    void a_renewal_that_died_is_taken_over_after_a_while() {
        var account = house.consented();
        house.pass(ScriptedOAuthClient.LIFETIME);
        var now = house.clock().instant();
        house.as(account.owner(), () -> house.world().vault()
                .beginRenewal(account.id(), now, now.plusSeconds(30)));
        var patient = new OpenAccount(house.transactions(), house.world().accounts(), house.world().vault(),
                house.oauth(), house.clock(), () -> house.pass(Duration.ofSeconds(1)));

        assertThat(patient.open(account.owner(), account.id(), (opened, signIn) -> signIn)).isPresent();
        assertThat(house.clock().instant()).isEqualTo(now.plusSeconds(30));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
