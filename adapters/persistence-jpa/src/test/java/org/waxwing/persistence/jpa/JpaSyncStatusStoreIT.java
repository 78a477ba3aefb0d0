package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.sync.SyncStatusStoreContract;
import org.waxwing.domain.world.World;

class JpaSyncStatusStoreIT implements SyncStatusStoreContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }

    @Test
    void only_one_of_two_that_ask_at_the_same_moment_gets_the_account() throws Exception {
        var account = world().accountOf(world().somebody());
        var claimed = new CountDownLatch(1);
        var seen = new CountDownLatch(1);

        var first = Waiting.meanwhile(() -> world().as(account.owner(), () -> {
            boolean taken = claim(account, "a/1");
            claimed.countDown();
            Waiting.on(seen);
            return taken;
        }));
        Waiting.on(claimed);
        var second = Waiting.meanwhile(() -> world().as(account.owner(), () -> claim(account, "b/1")));
        Waiting.untilSomebodyWaitsForALock();
        seen.countDown();

        assertThat(List.of(first.get(), second.get())).containsExactly(true, false);
        boolean again = world().as(account.owner(), () -> world().statuses()
                .succeeded(account.id(), "a/1", LATER, NEXT));
        assertThat(again).as("the one that came too late is not forgotten").isTrue();
    }

    @Test
    void whoever_asks_while_a_pass_ends_is_either_heard_or_served() throws Exception {
        var account = world().accountOf(world().somebody());
        world().run(account.owner(), () -> claim(account, "a/1"));
        var ended = new CountDownLatch(1);
        var seen = new CountDownLatch(1);

        var again = Waiting.meanwhile(() -> world().as(account.owner(), () -> {
            boolean more = world().statuses().succeeded(account.id(), "a/1", LATER, NEXT);
            ended.countDown();
            Waiting.on(seen);
            return more;
        }));
        Waiting.on(ended);
        var taken = Waiting.meanwhile(() -> world().as(account.owner(), () -> claim(account, "b/1")));
        Waiting.untilSomebodyWaitsForALock();
        seen.countDown();

        assertThat(again.get()).isFalse();
        assertThat(taken.get()).isTrue();
    }

    private boolean claim(Account account, String holder) {
        return world().statuses().claim(account.id(), holder, NOW, UNTIL).isPresent();
    }
}
