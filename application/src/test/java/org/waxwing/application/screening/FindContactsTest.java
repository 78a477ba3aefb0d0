package org.waxwing.application.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.application.world.House;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Correspondence;

class FindContactsTest {
    @Test
    void finds_whom_somebody_knows_and_nobody_elses_people() {
        var house = new House();
        var world = house.world();
        var account = world.accountOf(world.somebody());
        var email = world.deliver(account, world.inbox(account), anEmail());
        world.run(account.owner(), () -> world.book().note(account.id(), Set.of(new Correspondence(
                email.id(), EmailAddress.of("bob@example.org"), Correspondence.Direction.SENT, email.receivedAt()))));
        var find = new FindContacts(house.transactions(), world.book());

        assertThat(find.find(account.owner(), "bob", 5)).hasSize(1);
        assertThat(find.find(world.somebody(), "bob", 5)).isEmpty();
    }
}
