package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.world.World;

/** What every {@link SyncStatusStore} does. */
public interface SyncStatusStoreContract {
    Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    Instant UNTIL = NOW.plusSeconds(120);
    Instant LATER = NOW.plusSeconds(60);
    Instant LAPSED = UNTIL.plusSeconds(1);
    Instant NEXT = NOW.plusSeconds(3_600);

    World world();

    /** The store, for one account in the hands of its owner. */
    record Synced(World world, Account account) {
        static Synced in(World world) {
            return new Synced(world, world.accountOf(world.somebody()));
        }

        <T> T as(Function<SyncStatusStore, T> work) {
            return world.as(account.owner(), () -> work.apply(world.statuses()));
        }

        SyncStatus status() {
            return as(it -> it.status(account.id())).orElseThrow();
        }

        boolean claim(String holder, Instant now, Instant until) {
            return as(it -> it.claim(account.id(), holder, now, until));
        }

        boolean progress(String holder, long done, long total, Instant until) {
            return as(it -> it.progress(account.id(), holder, done, total, until));
        }

        boolean succeeded(String holder, Instant now) {
            return as(it -> it.succeeded(account.id(), holder, now, NEXT));
        }

        void failed(String holder, ConnectionProblem problem, Instant now) {
            world.run(account.owner(), () -> world.statuses().failed(account.id(), holder, problem, now, NEXT));
        }
    }

    @Test
    default void a_new_account_is_idle_and_has_no_past() {
        var synced = Synced.in(world());

        var status = synced.status();

        assertThat(status.phase()).isEqualTo(Phase.IDLE);
        assertThat(status.past()).isEqualTo(new Past.None());
        assertThat(status.passes()).isZero();
        assertThat(status.done()).isZero();
        assertThat(status.total()).isZero();
    }

    @Test
    default void there_is_no_status_without_an_account() {
        var ada = world().somebody();

        var status = world().as(ada, () -> world().statuses().status(new AccountId(UUID.randomUUID())));

        assertThat(status).isEmpty();
    }

    @Test
    default void a_claimed_account_is_syncing() {
        var synced = Synced.in(world());

        var taken = synced.claim("a/1", NOW, UNTIL);

        assertThat(taken).isTrue();
        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
        assertThat(synced.status().since()).isEqualTo(NOW);
    }

    @Test
    default void only_one_holder_has_an_account() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        var taken = synced.claim("b/1", LATER, LATER.plusSeconds(120));

        assertThat(taken).isFalse();
        assertThat(synced.progress("a/1", 0, 1, UNTIL)).isTrue();
        assertThat(synced.progress("b/1", 0, 1, UNTIL)).isFalse();
    }

    @Test
    default void a_silent_holder_loses_the_account() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        var taken = synced.claim("b/1", LAPSED, LAPSED.plusSeconds(120));

        assertThat(taken).isTrue();
        assertThat(synced.progress("a/1", 1, 2, LAPSED.plusSeconds(120))).isFalse();
        assertThat(synced.progress("b/1", 1, 2, LAPSED.plusSeconds(120))).isTrue();
    }

    @Test
    default void progress_is_seen_and_keeps_the_claim() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        var kept = synced.progress("a/1", 25, 1_000, LAPSED.plusSeconds(120));

        assertThat(kept).isTrue();
        assertThat(synced.status().done()).isEqualTo(25);
        assertThat(synced.status().total()).isEqualTo(1_000);
        assertThat(synced.claim("b/1", LAPSED, LAPSED.plusSeconds(120))).isFalse();
    }

    @Test
    default void success_gives_the_account_back() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        var again = synced.succeeded("a/1", LATER);

        assertThat(again).isFalse();
        assertThat(synced.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(synced.status().past()).isEqualTo(new Past.Succeeded(LATER));
        assertThat(synced.status().lastSuccess()).contains(LATER);
        assertThat(synced.status().passes()).isEqualTo(1);
        assertThat(synced.status().since()).isEqualTo(LATER);
        assertThat(synced.claim("b/1", LATER, UNTIL)).isTrue();
    }

    @Test
    default void whoever_asked_meanwhile_makes_the_holder_look_exactly_once_more() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.claim("b/1", NOW, UNTIL);
        synced.claim("c/1", NOW, UNTIL);

        var first = synced.succeeded("a/1", LATER);
        var stillHeld = !synced.claim("d/1", LATER, UNTIL) && synced.progress("a/1", 0, 0, UNTIL);
        var second = synced.succeeded("a/1", LATER);
        var third = synced.succeeded("a/1", LATER);

        assertThat(first).isTrue();
        assertThat(stillHeld).isTrue();
        assertThat(second).isTrue();
        assertThat(third).isFalse();
        assertThat(synced.status().passes()).isEqualTo(3);
        assertThat(synced.claim("e/1", LATER, UNTIL)).isTrue();
    }

    @Test
    default void another_look_is_a_pass_under_way() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.progress("a/1", 5, 5, UNTIL);
        synced.claim("b/1", NOW, UNTIL);

        synced.succeeded("a/1", LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
        assertThat(synced.status().lastSuccess()).contains(LATER);
    }

    @Test
    default void failure_gives_the_account_back_and_tells_why() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        synced.failed("a/1", ConnectionProblem.UNREACHABLE, LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.ERROR);
        assertThat(synced.status().problem()).contains(ConnectionProblem.UNREACHABLE);
        assertThat(synced.status().lastSuccess()).isEmpty();
        assertThat(synced.status().passes()).isZero();
        assertThat(synced.claim("b/1", LATER, UNTIL)).isTrue();
    }

    @Test
    default void failure_forgets_who_asked_meanwhile() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.claim("b/1", NOW, UNTIL);
        synced.failed("a/1", ConnectionProblem.UNREACHABLE, LATER);

        synced.claim("c/1", LATER, UNTIL);
        var again = synced.succeeded("c/1", LATER);

        assertThat(again).isFalse();
    }

    @Test
    default void a_refused_sign_in_waits_for_the_owner() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        synced.failed("a/1", ConnectionProblem.SIGN_IN_REFUSED, LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.NEEDS_SIGN_IN);
        assertThat(synced.status().problem()).contains(ConnectionProblem.SIGN_IN_REFUSED);
        assertThat(synced.claim("b/1", LATER, UNTIL)).isTrue();
    }

    @Test
    default void reconnecting_ends_a_refused_sign_in() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.succeeded("a/1", NOW);
        synced.claim("a/2", NOW, UNTIL);
        synced.failed("a/2", ConnectionProblem.SIGN_IN_REFUSED, LATER);

        world().run(synced.account().owner(), () -> world().statuses().reconnected(synced.account().id(), LATER));

        assertThat(synced.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(synced.status().problem()).isEmpty();
        assertThat(synced.status().lastSuccess()).contains(NOW);
        assertThat(synced.claim("b/1", LATER, UNTIL)).isTrue();
    }

    @Test
    default void a_pass_of_before_reconnecting_has_no_say_any_more() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        world().run(synced.account().owner(), () -> world().statuses().reconnected(synced.account().id(), LATER));
        synced.failed("a/1", ConnectionProblem.SIGN_IN_REFUSED, LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(synced.status().problem()).isEmpty();
        assertThat(synced.progress("a/1", 1, 1, UNTIL)).isFalse();
    }

    @Test
    default void the_last_success_survives_failures() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.succeeded("a/1", NOW.plusSeconds(1));
        synced.claim("a/2", NOW, UNTIL);
        synced.failed("a/2", ConnectionProblem.THROTTLED, NOW.plusSeconds(2));
        synced.claim("a/3", NOW, UNTIL);
        synced.failed("a/3", ConnectionProblem.STORAGE, NOW.plusSeconds(3));

        var status = synced.status();

        assertThat(status.lastSuccess()).contains(NOW.plusSeconds(1));
        assertThat(status.problem()).contains(ConnectionProblem.STORAGE);
        assertThat(status.passes()).isEqualTo(1);
    }

    @Test
    default void success_ends_a_problem() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.failed("a/1", ConnectionProblem.UNREACHABLE, NOW);
        synced.claim("a/2", NOW, UNTIL);

        synced.succeeded("a/2", LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(synced.status().problem()).isEmpty();
    }

    @Test
    default void whoever_lost_the_account_neither_ends_nor_fails_the_pass_of_another() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.claim("b/1", LAPSED, LAPSED.plusSeconds(120));

        var again = synced.succeeded("a/1", LAPSED);
        synced.failed("a/1", ConnectionProblem.STORAGE, LAPSED);

        assertThat(again).isFalse();
        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
        assertThat(synced.status().passes()).isZero();
        assertThat(synced.progress("b/1", 0, 0, LAPSED.plusSeconds(120))).isTrue();
    }

    @Test
    default void an_account_that_is_gone_cannot_be_claimed() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        world().run(synced.account().owner(), () -> world().accounts().remove(synced.account().id()));

        assertThat(synced.claim("b/1", LAPSED, LAPSED.plusSeconds(120))).isFalse();
        assertThat(synced.progress("a/1", 0, 0, UNTIL)).isFalse();
        assertThat(synced.succeeded("a/1", LATER)).isFalse();
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        var eve = new Synced(world(), new Account(
                synced.account().id(), world().somebody(), synced.account().address(), "Hers",
                synced.account().incoming(), synced.account().outgoing(), synced.account().addedAt()));

        Optional<SyncStatus> seen = eve.as(it -> it.status(synced.account().id()));
        assertThat(seen).isEmpty();
        assertThat(eve.claim("e/1", LAPSED, LAPSED.plusSeconds(120))).isFalse();
        assertThat(eve.progress("a/1", 9, 9, UNTIL)).isFalse();
        assertThat(eve.succeeded("a/1", LATER)).isFalse();
        eve.failed("a/1", ConnectionProblem.STORAGE, LATER);
        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
        assertThat(synced.status().done()).isZero();
    }
}
