package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.SyncStatus.Phase;

class WatchAccountsTest {
    private final House house = new House();
    private final Account account = house.connected();
    private final WatchAccounts watches = house.watchAccounts();

    private MailEvent.SyncWanted wanted() {
        return new MailEvent.SyncWanted(account.owner(), account.id());
    }

    private void watch() {
        watches.watch(account.owner(), account.id());
    }

    @Test
    void looks_once_when_a_watch_begins_for_what_came_before() {
        watch();

        assertThat(watches.watches(account.id())).isTrue();
        assertThat(house.events().waiting()).containsExactly(wanted());
    }

    @Test
    void asks_for_a_pass_when_something_changes() {
        watch();
        house.events().clear();

        house.server().tellWatches();

        assertThat(house.events().waiting()).containsExactly(wanted());
    }

    @Test
    void watches_once() {
        watch();
        watch();
        watches.watchAll();

        assertThat(house.server().watches()).isEqualTo(1);
    }

    @Test
    void watches_every_account_of_everybody() {
        var other = house.connected();

        watches.watchAll();

        assertThat(watches.watches(account.id())).isTrue();
        assertThat(watches.watches(other.id())).isTrue();
    }

    @Test
    void tries_again_when_a_watch_has_ended() {
        watch();

        house.server().endWatches(ConnectionProblem.CONNECTION_LOST);
        var meanwhile = watches.watches(account.id());
        house.events().clear();
        watches.watchAll();

        assertThat(meanwhile).isFalse();
        assertThat(watches.watches(account.id())).isTrue();
        assertThat(house.events().waiting()).containsExactly(wanted());
    }

    @Test
    void tries_again_when_the_server_was_not_there() {
        house.server().refuseNext(ConnectionProblem.UNREACHABLE);
        watches.watchAll();
        var first = watches.watches(account.id());

        watches.watchAll();

        assertThat(first).isFalse();
        assertThat(watches.watches(account.id())).isTrue();
    }

    @Test
    void a_watch_that_ends_while_it_begins_is_no_watch() {
        house.server().whileWatchBegins(() -> house.server().endWatches(ConnectionProblem.CONNECTION_LOST));

        watch();

        assertThat(watches.watches(account.id())).isFalse();
        watches.watchAll();
        assertThat(watches.watches(account.id())).isTrue();
    }

    @Test
    void the_late_end_of_an_old_watch_leaves_the_new_one_alone() {
        watch();
        watches.forget(account.id());
        watch();

        house.server().listenerOf(0).ended(new MailProviderException(ConnectionProblem.CONNECTION_LOST));

        assertThat(watches.watches(account.id())).isTrue();
        watches.forget(account.id());
        assertThat(house.server().watches()).isZero();
    }

    @Test
    void forgets_an_account_that_was_removed() {
        watch();
        house.removeAccount().remove(account.owner(), account.id());

        house.mailFlow().handle(new MailEvent.AccountRemoved(account.owner(), account.id()));

        assertThat(watches.watches(account.id())).isFalse();
        assertThat(house.server().watches()).isZero();
    }

    @Test
    void forgets_an_account_that_was_removed_while_its_watch_began() {
        house.server().whileWatchBegins(() -> {
            house.removeAccount().remove(account.owner(), account.id());
            watches.forget(account.id());
        });

        watch();

        assertThat(watches.watches(account.id())).isFalse();
        assertThat(house.server().watches()).isZero();
    }

    @Test
    void forgets_what_another_node_removed() {
        watch();
        house.removeAccount().remove(account.owner(), account.id());

        watches.watchAll();

        assertThat(house.server().watches()).isZero();
    }

    @Test
    void does_not_watch_an_account_whose_sign_in_is_refused() {
        house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);
        house.sync(account);

        watches.watchAll();

        assertThat(watches.watches(account.id())).isFalse();
    }

    @Test
    void does_not_watch_a_paused_account_and_watches_it_again_when_it_goes_on() {
        watch();
        var flow = house.mailFlow();
        house.pauseSync().pause(account.owner(), account.id(), true);
        flow.handle(new MailEvent.AccountPaused(account.owner(), account.id()));
        watches.watchAll();
        var paused = watches.watches(account.id());

        house.pauseSync().pause(account.owner(), account.id(), false);
        flow.handle(new MailEvent.AccountResumed(account.owner(), account.id()));

        assertThat(paused).isFalse();
        assertThat(watches.watches(account.id())).isTrue();
        assertThat(house.server().watches()).isEqualTo(1);
    }

    @Test
    void a_change_does_not_wake_an_account_whose_sign_in_is_refused() {
        watch();
        house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);
        house.sync(account);

        house.server().tellWatches();
        house.sync(account);

        assertThat(house.status(account).phase()).isEqualTo(Phase.NEEDS_SIGN_IN);
    }

    @Test
    void one_account_that_cannot_be_opened_does_not_keep_the_others_unwatched() {
        var broken = house.world().accountOf(house.world().somebody());
        var other = house.connected();

        assertThatThrownBy(watches::watchAll).isInstanceOf(IllegalStateException.class);

        assertThat(watches.watches(account.id())).isTrue();
        assertThat(watches.watches(broken.id())).isFalse();
        assertThat(watches.watches(other.id())).isTrue();
    }

    @Test
    void watches_nothing_any_more_when_the_node_stops() {
        watch();
        var other = house.connected();
        house.server().whileWatchBegins(watches::forgetAll);

        watches.watch(other.owner(), other.id());

        assertThat(watches.watches(account.id())).isFalse();
        assertThat(watches.watches(other.id())).isFalse();
        assertThat(house.server().watches()).isZero();
        watches.watchAll();
        assertThat(house.server().watches()).isZero();
    }

    @Test
    void nobody_watches_the_account_of_somebody_else() {
        watches.watch(house.world().somebody(), account.id());

        assertThat(house.server().watches()).isZero();
    }
}
