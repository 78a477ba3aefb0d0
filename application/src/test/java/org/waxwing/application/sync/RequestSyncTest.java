package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;

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
    void asks_for_what_is_due_once() {
        house.sync(account);
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
