package org.waxwing.application.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

class RelayEventsTest {
    private static final Duration HOLD = Duration.ofSeconds(31);

    private final House house = new House();
    private final RelayEvents relay = house.relayEvents();
    private final PersonId ada = house.world().somebody();

    private MailEvent publish() {
        var event = new MailEvent.SyncWanted(ada, new AccountId(UUID.randomUUID()));
        house.transactions().run(Actor.of(ada), () -> house.events().publish(event));
        return event;
    }

    @Test
    void hands_on_what_waits_and_forgets_it() {
        var first = publish();
        var second = publish();

        int sent = relay.relay();

        assertThat(sent).isEqualTo(2);
        assertThat(house.channel().sent()).containsExactly(first, second);
        assertThat(house.events().waiting()).isEmpty();
        assertThat(relay.relay()).isZero();
    }

    @Test
    void hands_on_thousands() {
        IntStream.range(0, 1_050).forEach(i -> publish());

        assertThat(relay.relay()).isEqualTo(1_050);
        assertThat(house.channel().sent()).hasSize(1_050).doesNotHaveDuplicates();
    }

    @Test
    void sends_again_what_was_not_forgotten_before_the_crash() {
        var event = publish();
        house.world().failCommit(2, new IllegalStateException("crash"));
        assertThatThrownBy(relay::relay).hasMessage("crash");

        int atOnce = relay.relay();
        house.pass(HOLD);
        int later = relay.relay();

        assertThat(atOnce).isZero();
        assertThat(later).isEqualTo(1);
        assertThat(house.channel().sent()).containsExactly(event, event);
    }

    @Test
    void keeps_what_the_channel_refused_and_sends_nothing_twice() {
        var first = publish();
        var second = publish();
        house.channel().failAfter(1);

        assertThatThrownBy(relay::relay).isInstanceOf(IllegalStateException.class);
        var waiting = house.events().waiting();
        house.pass(HOLD);
        relay.relay();

        assertThat(waiting).containsExactly(second);
        assertThat(house.channel().sent()).containsExactly(first, second);
        assertThat(house.events().waiting()).isEmpty();
    }

    @Test
    void sends_nothing_that_was_never_committed() {
        assertThatThrownBy(() -> house.transactions().run(Actor.of(ada), () -> {
            house.events().publish(new MailEvent.SyncWanted(ada, new AccountId(UUID.randomUUID())));
            throw new IllegalStateException("planted");
        })).hasMessage("planted");

        assertThat(relay.relay()).isZero();
    }

    @Test
    void two_relays_send_each_event_once() {
        publish();
        var other = house.relayEvents();
        var letters = house.transactions().call(new Actor.House(), () -> house.events().take(
                10, house.clock().instant(), house.clock().instant().plus(HOLD)));

        assertThat(letters).hasSize(1);
        assertThat(other.relay()).isZero();
    }

    @Test
    void prompt_events_wake_the_relay_once_they_are_committed() {
        var prompt = new PromptMailEvents(house.events(), house.transactions(), relay::relay);
        var event = new MailEvent.SyncWanted(ada, new AccountId(UUID.randomUUID()));

        house.transactions().run(Actor.of(ada), () -> {
            prompt.publish(event);
            assertThat(house.channel().sent()).isEmpty();
        });

        assertThat(house.channel().sent()).containsExactly(event);
    }
}
