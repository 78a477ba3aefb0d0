package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus.Phase;

class RequestSyncTest {
    private final House house = new House();
    private final Account account = house.connected();

    private MailEvent.SyncWanted wanted() {
        return new MailEvent.SyncWanted(account.owner(), account.id());
    }

    @Test
    void asks_for_an_own_account() {
        assertThat(house.requestSync().request(account.owner(), account.id())).isTrue();
        assertThat(house.events().waiting()).containsExactly(wanted());
    }

    @Test
    void asks_for_no_account_of_somebody_else() {
        assertThat(house.requestSync().request(house.world().somebody(), account.id())).isFalse();
        assertThat(house.events().waiting()).isEmpty();
    }

    @Test
    void wakes_an_account_whose_sign_in_was_refused_and_leaves_a_paused_one_alone() {
        house.server().refuseNext(ConnectionProblem.SIGN_IN_REFUSED);
        house.sync(account);
        house.requestSync().request(account.owner(), account.id());
        house.sync(account);
        var woken = house.status(account).phase();
        house.pauseSync().pause(account.owner(), account.id(), true);

        house.requestSync().request(account.owner(), account.id());
        house.sync(account);

        assertThat(woken).isEqualTo(Phase.IDLE);
        assertThat(house.status(account).phase()).isEqualTo(Phase.PAUSED);
    }

    @Test
    void asks_for_what_is_due_once() {
        house.sync(account);
        house.events().clear();
        var due = house.requestDueSyncs();
        due.request();
        var early = house.events().waiting();
        // the account's own past is the world's, its rest is told by the house's clock
        house.pass(Duration.ofMinutes(5).plusSeconds(1));

        due.request();
        due.request();

        assertThat(early).isEmpty();
        assertThat(house.events().waiting()).containsExactly(wanted());
    }
}
