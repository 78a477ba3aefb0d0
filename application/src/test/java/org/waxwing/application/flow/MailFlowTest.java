package org.waxwing.application.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.screening.Acquaintance;

class MailFlowTest {
    private final House house = new House();

    @Test
    void takes_a_new_account_from_its_connection_to_known_senders() {
        var account = house.connected();
        house.server().inbox().deliver(anEmail().from("bob@example.org").subject("Hello"));
        var flow = house.mailFlow();

        flow.handle(new MailEvent.AccountAdded(account.owner(), account.id()));
        for (int handled = 0; handled < house.events().waiting().size(); handled++)
            flow.handle(house.events().waiting().get(handled));

        assertThat(house.watchAccounts().watches(account.id())).isTrue();
        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("Hello");
        var bob = EmailAddress.of("bob@example.org");
        assertThat(house.as(account.owner(), () -> house.world().book().known(account.id(), Set.of(bob))))
                .containsEntry(bob.key(), new Acquaintance(1, 0));
    }
}
