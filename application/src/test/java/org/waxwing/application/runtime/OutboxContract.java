package org.waxwing.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.world.World;

/** What every {@link MailEvents} with its {@link Outbox} does. */
public interface OutboxContract {
    /** Later than anything these tests hide. */
    Instant END_OF_TIME = Instant.parse("2900-01-01T00:00:00Z");

    Transactions transactions();

    MailEvents events();

    Outbox outbox();

    World world();

    @BeforeEach
    default void clear_what_others_left() {
        for (var left = take(1_000, END_OF_TIME, END_OF_TIME); !left.isEmpty();)
            left = doneAndTake(left);
    }

    private List<Outbox.Letter> doneAndTake(List<Outbox.Letter> letters) {
        done(letters);
        return take(1_000, END_OF_TIME, END_OF_TIME);
    }

    private List<Outbox.Letter> take(int atMost, Instant now, Instant until) {
        return transactions().call(new Actor.House(), () -> outbox().take(atMost, now, until));
    }

    private void done(List<Outbox.Letter> letters) {
        transactions().run(new Actor.House(), () -> outbox().done(letters.stream().map(Outbox.Letter::id).toList()));
    }

    private void publish(MailEvent... events) {
        for (var event : events)
            transactions().run(Actor.of(event.owner()), () -> events().publish(event));
    }

    private static MailEvent wanted(PersonId owner) {
        return new MailEvent.SyncWanted(owner, new AccountId(UUID.randomUUID()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).plusSeconds(60);
    }

    private static List<MailEvent> events(List<Outbox.Letter> letters) {
        return letters.stream().map(Outbox.Letter::event).toList();
    }

    @Test
    default void hands_out_every_kind_of_event_as_it_was_published() {
        var ada = world().somebody();
        var account = new AccountId(UUID.randomUUID());
        var emails = Stream.generate(UUID::randomUUID).limit(300).map(EmailId::new).toList();
        var published = new MailEvent[]{
                new MailEvent.AccountAdded(ada, account),
                new MailEvent.SyncWanted(ada, account),
                new MailEvent.EmailsArrived(ada, account, emails),
                new MailEvent.EmailsArrived(ada, account, List.of()),
                new MailEvent.AccountRemoved(ada, account)};
        publish(published);

        var taken = events(take(10, now(), now().plusSeconds(30)));

        assertThat(taken).containsExactlyInAnyOrder(published);
    }

    @Test
    default void hands_out_nothing_that_was_rolled_back() {
        var ada = world().somebody();

        var thrown = catchThrowable(() -> transactions().run(Actor.of(ada), () -> {
            events().publish(wanted(ada));
            throw new IllegalStateException("planted");
        }));

        assertThat(thrown).hasMessage("planted");
        assertThat(take(10, now(), now())).isEmpty();
    }

    @Test
    default void takes_what_the_house_publishes_as_well() {
        var event = wanted(world().somebody());

        transactions().run(new Actor.House(), () -> events().publish(event));

        assertThat(events(take(10, now(), now().plusSeconds(30)))).containsExactly(event);
    }

    @Test
    default void refuses_to_publish_outside_a_transaction() {
        var event = wanted(world().somebody());

        var refusal = catchThrowable(() -> events().publish(event));

        assertThat(refusal).isNotNull();
        assertThat(take(10, now(), now())).isEmpty();
    }

    @Test
    default void hides_what_was_taken_until_the_hold_runs_out() {
        var now = now();
        publish(wanted(world().somebody()));
        var first = take(10, now, now.plusSeconds(30));

        var meanwhile = take(10, now.plusSeconds(29), now.plusSeconds(60));
        var afterwards = take(10, now.plusSeconds(31), now.plusSeconds(60));

        assertThat(first).hasSize(1);
        assertThat(meanwhile).isEmpty();
        assertThat(afterwards).isEqualTo(first);
    }

    @Test
    default void forgets_what_was_handed_on_and_nothing_else() {
        var now = now();
        var ada = world().somebody();
        publish(wanted(ada), wanted(ada));
        var letters = take(10, now, now.plusSeconds(30));

        done(letters.subList(0, 1));
        done(letters.subList(0, 1));
        transactions().run(new Actor.House(), () -> outbox().done(List.of()));

        assertThat(take(10, now.plusSeconds(31), now.plusSeconds(60))).isEqualTo(letters.subList(1, 2));
    }

    @Test
    default void takes_the_oldest_at_most_so_many() {
        var now = now();
        var ada = world().somebody();
        var events = new MailEvent[]{wanted(ada), wanted(ada), wanted(ada)};
        publish(events);

        var first = events(take(2, now, now.plusSeconds(30)));
        var second = events(take(2, now, now.plusSeconds(30)));

        assertThat(first).containsExactlyInAnyOrder(events[0], events[1]);
        assertThat(second).containsExactly(events[2]);
    }

    @Test
    default void keeps_equal_events_apart() {
        var event = wanted(world().somebody());
        publish(event, event);

        var taken = take(10, now(), now().plusSeconds(30));

        assertThat(events(taken)).containsExactly(event, event);
        assertThat(taken).extracting(Outbox.Letter::id).doesNotHaveDuplicates();
    }

    @Test
    default void gives_back_what_was_taken_by_a_transaction_that_failed() {
        var now = now();
        publish(wanted(world().somebody()));

        var thrown = catchThrowable(() -> transactions().run(new Actor.House(), () -> {
            outbox().take(10, now, now.plusSeconds(30));
            throw new IllegalStateException("planted");
        }));

        assertThat(thrown).hasMessage("planted");
        assertThat(take(10, now, now.plusSeconds(30))).hasSize(1);
    }

    @Test
    default void remembers_what_was_forgotten_by_a_transaction_that_failed() {
        var now = now();
        publish(wanted(world().somebody()));
        var letters = take(10, now, now.plusSeconds(30));

        var thrown = catchThrowable(() -> transactions().run(new Actor.House(), () -> {
            outbox().done(letters.stream().map(Outbox.Letter::id).toList());
            throw new IllegalStateException("planted");
        }));

        assertThat(thrown).hasMessage("planted");
        assertThat(take(10, now.plusSeconds(31), now.plusSeconds(60))).isEqualTo(letters);
    }

    @Test
    default void hands_out_nothing_to_a_person() {
        var ada = world().somebody();
        publish(wanted(ada));

        // whether it is refused or shows nothing is the store's choice
        var refusal = catchThrowable(() -> assertThat(transactions().<List<Outbox.Letter>>call(
                Actor.of(ada), () -> outbox().take(10, now(), now().plusSeconds(30)))).isEmpty());

        assertThat(refusal instanceof AssertionError).as("something was handed out").isFalse();
        assertThat(take(10, now(), now().plusSeconds(30))).hasSize(1);
    }
}
