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
import org.waxwing.domain.sync.SyncStatus.Proof;
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
            return taken(holder, now, until).isPresent();
        }

        Optional<SyncStatusStore.Claim> taken(String holder, Instant now, Instant until) {
            return as(it -> it.claim(account.id(), holder, now, until));
        }

        boolean progress(String holder, long done, long total, Instant until) {
            return as(it -> it.progress(account.id(), holder, done, total, until));
        }

        boolean succeeded(String holder, Instant now) {
            return as(it -> it.succeeded(account.id(), holder, now, NEXT));
        }

        void failed(String holder, ConnectionProblem problem, Instant now) {
            failed(holder, problem, Phase.ERROR, now);
        }

        void failed(String holder, ConnectionProblem problem, Phase phase, Instant now) {
            world.run(account.owner(), () -> world.statuses().failed(account.id(), holder, problem, phase, now, NEXT));
        }

        void compared(String holder, long repaired, Instant now, Instant next) {
            world.run(account.owner(), () -> world.statuses().compared(account.id(), holder, repaired, now, next));
        }

        void wake() {
            world.run(account.owner(), () -> world.statuses().wake(account.id()));
        }

        void pause(boolean paused, Instant now) {
            world.run(account.owner(), () -> world.statuses().pause(account.id(), paused, now));
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
    default void tells_of_all_accounts_of_an_owner_at_once() {
        var world = world();
        var owner = world.somebody();
        var first = new Synced(world, world.accountOf(owner));
        var second = new Synced(world, world.accountOf(owner));
        Synced.in(world);
        second.claim("a/1", NOW, UNTIL);

        var all = first.as(SyncStatusStore::all);

        assertThat(all).containsOnlyKeys(first.account().id(), second.account().id());
        assertThat(all.get(first.account().id())).isEqualTo(first.status());
        assertThat(all.get(second.account().id())).isEqualTo(second.status());
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

        synced.failed("a/1", ConnectionProblem.SIGN_IN_REFUSED, Phase.NEEDS_SIGN_IN, LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.NEEDS_SIGN_IN);
        assertThat(synced.status().problem()).contains(ConnectionProblem.SIGN_IN_REFUSED);
        assertThat(synced.claim("b/1", LATER, UNTIL)).isFalse();
    }

    @Test
    default void an_account_that_was_woken_can_be_taken_again_and_remembers_why_it_could_not() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.failed("a/1", ConnectionProblem.SIGN_IN_REFUSED, Phase.NEEDS_SIGN_IN, LATER);

        synced.wake();

        assertThat(synced.status().phase()).isNotEqualTo(Phase.NEEDS_SIGN_IN);
        assertThat(synced.status().problem()).contains(ConnectionProblem.SIGN_IN_REFUSED);
        assertThat(synced.claim("b/1", LATER, UNTIL)).isTrue();
    }

    @Test
    default void waking_changes_nothing_of_an_account_that_is_awake_or_held() {
        var synced = Synced.in(world());
        var idle = synced.status();
        synced.wake();
        var stillIdle = synced.status();
        synced.claim("a/1", NOW, UNTIL);

        synced.wake();

        assertThat(stillIdle).isEqualTo(idle);
        assertThat(synced.progress("a/1", 0, 0, UNTIL)).isTrue();
    }

    @Test
    default void a_failure_that_is_tried_again_at_once_looks_like_work() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        synced.failed("a/1", ConnectionProblem.CONNECTION_LOST, Phase.SYNCING, LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
        assertThat(synced.status().problem()).contains(ConnectionProblem.CONNECTION_LOST);
        assertThat(synced.status().nextAttempt()).isEqualTo(NEXT);
        assertThat(synced.progress("a/1", 1, 1, UNTIL)).isFalse();
        assertThat(synced.claim("a/2", LATER, UNTIL)).isTrue();
    }

    @Test
    default void attempts_are_counted_until_one_succeeds() {
        var synced = Synced.in(world());
        var first = synced.taken("a/1", NOW, UNTIL).orElseThrow().attempts();
        synced.failed("a/1", ConnectionProblem.UNREACHABLE, Phase.SYNCING, NOW);
        var second = synced.taken("a/2", NOW, UNTIL).orElseThrow().attempts();
        synced.failed("a/2", ConnectionProblem.THROTTLED, Phase.ERROR, NOW);
        var status = synced.status().attempts();
        var third = synced.taken("a/3", NOW, UNTIL).orElseThrow().attempts();

        synced.succeeded("a/3", LATER);

        assertThat(first).isZero();
        assertThat(second).isEqualTo(1);
        assertThat(status).isEqualTo(2);
        assertThat(third).isEqualTo(2);
        assertThat(synced.status().attempts()).isZero();
        assertThat(synced.status().nextAttempt()).isEqualTo(NEXT);
    }

    @Test
    default void the_first_pass_compares_everything_and_then_those_that_are_due() {
        var synced = Synced.in(world());
        var next = NOW.plusSeconds(1_800);
        var first = synced.taken("a/1", NOW, UNTIL).orElseThrow();
        var before = synced.status().proof();
        synced.compared("a/1", 3, LATER, next);
        synced.succeeded("a/1", LATER);
        var early = synced.taken("a/2", next.minusSeconds(1), next.plusSeconds(60)).orElseThrow();
        synced.succeeded("a/2", next.minusSeconds(1));

        var due = synced.taken("a/3", next.plusSeconds(1), next.plusSeconds(60)).orElseThrow();

        assertThat(first.full()).isTrue();
        assertThat(before).isEqualTo(new Proof.None());
        assertThat(early.full()).isFalse();
        assertThat(due.full()).isTrue();
        assertThat(synced.status().proof()).isEqualTo(new Proof.Compared(LATER, 3));
    }

    @Test
    default void a_full_comparison_that_failed_stays_due() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.failed("a/1", ConnectionProblem.CONNECTION_LOST, LATER);

        assertThat(synced.taken("a/2", LATER, UNTIL).orElseThrow().full()).isTrue();
    }

    @Test
    default void pausing_takes_an_account_from_whoever_holds_it() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        synced.pause(true, LATER);

        assertThat(synced.status().phase()).isEqualTo(Phase.PAUSED);
        assertThat(synced.progress("a/1", 1, 1, UNTIL)).isFalse();
        assertThat(synced.succeeded("a/1", LATER)).isFalse();
        synced.failed("a/1", ConnectionProblem.STORAGE, LATER);
        assertThat(synced.status().phase()).isEqualTo(Phase.PAUSED);
        assertThat(synced.claim("b/1", LAPSED, LAPSED.plusSeconds(120))).isFalse();
    }

    @Test
    default void a_paused_account_goes_on_at_once() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);
        synced.succeeded("a/1", NOW);
        synced.pause(true, NOW);
        synced.pause(true, LATER);
        synced.wake();
        var paused = synced.status();

        synced.pause(false, LAPSED);
        synced.pause(false, LAPSED);

        assertThat(paused.phase()).isEqualTo(Phase.PAUSED);
        assertThat(paused.lastSuccess()).contains(NOW);
        assertThat(synced.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(synced.status().nextAttempt()).isBeforeOrEqualTo(LAPSED);
        assertThat(synced.claim("b/1", LAPSED, LAPSED.plusSeconds(120))).isTrue();
    }

    @Test
    default void resuming_leaves_an_account_alone_that_is_not_paused() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        synced.pause(false, LATER);

        assertThat(synced.progress("a/1", 0, 0, UNTIL)).isTrue();
        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
    }

    @Test
    default void a_claim_from_a_clock_that_was_wrong_is_not_believed() {
        var synced = Synced.in(world());
        var tomorrow = NOW.plusSeconds(86_400);
        synced.claim("a/1", tomorrow, tomorrow.plusSeconds(120));

        var taken = synced.claim("b/1", NOW, UNTIL);

        assertThat(taken).isTrue();
        assertThat(synced.progress("a/1", 0, 0, UNTIL)).isFalse();
        assertThat(synced.progress("b/1", 0, 0, UNTIL)).isTrue();
    }

    @Test
    default void a_clock_that_was_set_back_a_little_breaks_no_claim() {
        var synced = Synced.in(world());
        synced.claim("a/1", NOW, UNTIL);

        assertThat(synced.claim("b/1", NOW.minusSeconds(110), UNTIL)).isFalse();
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
        eve.compared("a/1", 7, LATER, NEXT);
        eve.wake();
        eve.pause(true, LATER);
        assertThat(synced.status().proof()).isEqualTo(new Proof.None());
        assertThat(synced.status().phase()).isEqualTo(Phase.SYNCING);
        assertThat(synced.status().done()).isZero();
    }
}
