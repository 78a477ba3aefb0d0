package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Outbox;
import org.waxwing.application.runtime.OutboxContract;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.World;

class JpaOutboxIT implements OutboxContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    public Transactions transactions() {
        return JpaWorld.WORLD.transactions();
    }

    @Override
    public MailEvents events() {
        return JpaWorld.WORLD.outbox();
    }

    @Override
    public Outbox outbox() {
        return JpaWorld.WORLD.outbox();
    }

    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Test
    void two_that_take_at_the_same_moment_never_take_the_same_and_never_wait() throws Exception {
        var ada = world().somebody();
        var account = new AccountId(UUID.randomUUID());
        transactions().run(Actor.of(ada), () -> {
            for (int i = 0; i < 4; i++) events().publish(new MailEvent.SyncWanted(ada, account));
        });
        var taken = new CountDownLatch(1);
        var done = new CountDownLatch(1);

        var first = Waiting.meanwhile(() -> transactions().call(new Actor.House(), () -> {
            var letters = outbox().take(2, NOW, NOW.plusSeconds(30));
            taken.countDown();
            Waiting.on(done);
            return letters;
        }));
        Waiting.on(taken);
        List<Outbox.Letter> second = transactions().call(
                new Actor.House(), () -> outbox().take(10, NOW, NOW.plusSeconds(30)));
        done.countDown();

        assertThat(second).hasSize(2);
        assertThat(first.get()).hasSize(2).doesNotContainAnyElementsOf(second);
    }

    @Test
    void leaves_neither_row_nor_event_when_the_work_fails() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var email = anEmail().build();

        var thrown = catchThrowable(() -> transactions().run(Actor.of(account.owner()), () -> {
            world().states().adopt(account.id(), inbox.id(), World.VALIDITY);
            world().states().arrive(account.id(), inbox.id(), World.VALIDITY, List.of(new SyncStateStore.Newcomer(
                    new Uid(1), Set.of(), email, RemoteIds.NONE)), new Threading.Joined(
                            List.of(email.thread()), Map.of(), Map.of()));
            events().publish(new MailEvent.EmailsArrived(account.owner(), account.id(), List.of(email.id())));
            throw new IllegalStateException("planted");
        }));

        assertThat(thrown).hasMessage("planted");
        assertThat(TestDatabase.value("select count(*) from outbox")).isEqualTo("0");
        assertThat(TestDatabase.value("select count(*) from email where id = '" + email.id() + "'")).isEqualTo("0");
        assertThat(world().as(account.owner(), () -> world().states().snapshot(account.id(), inbox.id()))).isEmpty();
    }

    @Test
    void leaves_alone_what_a_later_version_wrote() {
        var ada = world().somebody();
        transactions().run(Actor.of(ada), () -> events().publish(
                new MailEvent.SyncWanted(ada, new AccountId(UUID.randomUUID()))));
        TestDatabase.change("update outbox set version = 2, payload = '{}'");

        List<Outbox.Letter> taken = transactions().call(
                new Actor.House(), () -> outbox().take(10, END_OF_TIME, END_OF_TIME));

        assertThat(taken).isEmpty();
        assertThat(TestDatabase.value("select count(*) from outbox")).isEqualTo("1");
        TestDatabase.change("delete from outbox");
    }

    @Test
    void lets_nobody_tell_events_in_the_name_of_somebody_else() {
        var ada = world().somebody();
        var eve = world().somebody();

        var refused = catchThrowable(() -> transactions().run(Actor.of(eve), () -> events().publish(
                new MailEvent.SyncWanted(ada, new AccountId(UUID.randomUUID())))));

        assertThat(refused).isNotNull();
        assertThat(TestDatabase.value("select count(*) from outbox")).isEqualTo("0");
    }
}
