package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;

class RequestAllSyncsTest {
    private final House house = new House();
    private final RequestAllSyncs requestAllSyncs = new RequestAllSyncs(
            house.transactions(), house.watched(), house.events(), house.clock());

    private static MailEvent.SyncWanted wanted(Account account) {
        return new MailEvent.SyncWanted(account.owner(), account.id());
    }

    @Test
    void asks_for_the_accounts_of_everybody() {
        var one = house.connected();
        var other = house.connected();

        assertThat(requestAllSyncs.request(false)).isEqualTo(2);
        assertThat(house.events().waiting()).containsExactlyInAnyOrder(wanted(one), wanted(other));
    }

    @Test
    void leaves_those_alone_whose_sign_in_is_refused() {
        var fine = house.connected();
        var refused = house.connected();
        house.as(refused.owner(), () -> {
            var now = house.clock().instant();
            house.world().statuses().claim(refused.id(), "node/1", now, now.plusSeconds(60));
            house.world().statuses().failed(refused.id(), "node/1", ConnectionProblem.SIGN_IN_REFUSED,
                    SyncStatus.Phase.NEEDS_SIGN_IN, now, now);
            return true;
        });

        assertThat(requestAllSyncs.request(false)).isOne();
        assertThat(house.events().waiting()).containsExactly(wanted(fine));
    }

    @Test
    void makes_all_due_for_a_full_comparison() {
        var one = house.connected();
        var other = house.connected();
        house.sync(one);
        house.sync(other);
        var before = house.waiting(MailEvent.SyncWanted.class);

        assertThat(requestAllSyncs.request(true)).isEqualTo(2);
        house.requestDueSyncs().request();

        assertThat(before).isEmpty();
        assertThat(house.waiting(MailEvent.SyncWanted.class)).containsExactlyInAnyOrder(wanted(one), wanted(other));
    }

    @Test
    void finds_nothing_to_ask_for_in_an_empty_house() {
        assertThat(requestAllSyncs.request(true)).isZero();
        assertThat(house.events().waiting()).isEmpty();
    }
}
