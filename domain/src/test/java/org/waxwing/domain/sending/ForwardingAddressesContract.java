package org.waxwing.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.sending.Errands.CAROL;
import static org.waxwing.domain.sending.Errands.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.world.World;

/** What every {@link ForwardingAddresses} does. */
public interface ForwardingAddressesContract {
    World world();

    ForwardingAddresses addresses();

    private void keep(PersonId person, ForwardingAddress address) {
        world().run(person, () -> addresses().keep(address));
    }

    private List<ForwardingAddress> all(PersonId person) {
        return world().as(person, () -> addresses().all());
    }

    @Test
    default void keeps_one_of_each_address_the_latest() {
        var ada = world().somebody();
        var asked = ForwardingAddress.asked(EmailAddress.of("Carol@Example.org"), "seal", NOW);
        keep(ada, asked);
        assertThat(all(ada)).containsExactly(asked);

        var shown = asked.shown("seal", NOW.plusSeconds(1));
        keep(ada, shown);
        keep(ada, ForwardingAddress.asked(EmailAddress.of("bob@example.org"), "seal", NOW));

        assertThat(all(ada)).extracting(it -> it.address().address())
                .containsExactly("bob@example.org", "carol@example.org");
        assertThat(world().as(ada, () -> addresses().take(CAROL))).contains(shown);
        assertThat(world().as(ada, () -> addresses().take(EmailAddress.of("eve@example.org")))).isEmpty();
    }

    @Test
    default void forgets_one() {
        var ada = world().somebody();
        keep(ada, ForwardingAddress.asked(CAROL, "seal", NOW));

        assertThat(world().<Boolean>as(ada, () -> addresses().remove(CAROL))).isTrue();
        assertThat(world().<Boolean>as(ada, () -> addresses().remove(CAROL))).isFalse();
        assertThat(all(ada)).isEmpty();
    }

    @Test
    default void is_nobody_elses() {
        var ada = world().somebody();
        keep(ada, ForwardingAddress.asked(CAROL, "seal", NOW));
        var stranger = world().somebody();

        world().attempt(stranger, () -> addresses().remove(CAROL));

        assertThat(all(stranger)).isEmpty();
        assertThat(world().as(stranger, () -> addresses().take(CAROL))).isEmpty();
        assertThat(all(ada)).hasSize(1);
    }
}
