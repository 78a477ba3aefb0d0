package org.waxwing.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.WatchedAccounts.Entry;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.Errands;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.world.World;

/** What every {@link WatchedAccounts} does; looks at the accounts of its own test alone. */
public interface WatchedAccountsContract {
    Instant FAR = Instant.parse("2800-01-01T00:00:00Z");

    Transactions transactions();

    WatchedAccounts watched();

    World world();

    private static Entry entry(Account account) {
        return new Entry(account.owner(), account.id());
    }

    private List<Entry> all(Account... ours) {
        return of(transactions().call(new Actor.House(), watched()::all), ours);
    }

    private List<Entry> due(Instant now, Instant next, Account... ours) {
        return of(transactions().call(new Actor.House(), () -> watched().due(now, next)), ours);
    }

    private static List<Entry> of(List<Entry> entries, Account... ours) {
        var mine = Set.of(ours);
        return entries.stream()
                .filter(it -> mine.stream().anyMatch(account -> account.id().equals(it.account())))
                .toList();
    }

    private void claim(Account account, String holder, Instant now) {
        assertThat(claimed(account, holder, now)).isPresent();
    }

    private Optional<SyncStatusStore.Claim> claimed(Account account, String holder, Instant now) {
        return world().as(account.owner(), () -> world().statuses()
                .claim(account.id(), holder, now, now.plusSeconds(120)));
    }

    private void succeed(Account account, Instant now, Instant next) {
        claim(account, "x/1", now);
        world().run(account.owner(), () -> world().statuses().succeeded(account.id(), "x/1", now, next));
    }

    private void fail(Account account, ConnectionProblem problem, Instant now, Instant next) {
        claim(account, "x/1", now);
        var phase = problem == ConnectionProblem.SIGN_IN_REFUSED ? Phase.NEEDS_SIGN_IN : Phase.ERROR;
        world().run(account.owner(), () -> world().statuses().failed(account.id(), "x/1", problem, phase, now, next));
    }

    @Test
    default void knows_the_accounts_of_everybody() {
        var adas = world().accountOf(world().somebody());
        var bobs = world().accountOf(world().somebody());

        assertThat(all(adas, bobs)).containsExactlyInAnyOrder(entry(adas), entry(bobs));
    }

    @Test
    default void forgets_an_account_that_was_removed() {
        var account = world().accountOf(world().somebody());
        world().run(account.owner(), () -> world().accounts().remove(account.id()));

        assertThat(all(account)).isEmpty();
        assertThat(due(FAR, FAR, account)).isEmpty();
    }

    @Test
    default void leaves_out_accounts_whose_sign_in_is_refused_until_it_works() {
        var account = world().accountOf(world().somebody());
        fail(account, ConnectionProblem.SIGN_IN_REFUSED, FAR, FAR);
        var refused = all(account);

        world().run(account.owner(), () -> world().statuses().wake(account.id()));
        succeed(account, FAR, FAR);

        assertThat(refused).isEmpty();
        assertThat(all(account)).containsExactly(entry(account));
    }

    @Test
    default void keeps_accounts_with_any_other_problem() {
        var account = world().accountOf(world().somebody());

        fail(account, ConnectionProblem.UNREACHABLE, FAR, FAR);

        assertThat(all(account)).containsExactly(entry(account));
    }

    @Test
    default void a_new_account_is_due_at_once_and_once() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);

        var first = due(now, now.plusSeconds(300), account);
        var again = due(now.plusSeconds(299), now.plusSeconds(600), account);
        var later = due(now.plusSeconds(301), now.plusSeconds(600), account);

        assertThat(first).containsExactly(entry(account));
        assertThat(again).isEmpty();
        assertThat(later).containsExactly(entry(account));
    }

    @Test
    default void an_account_is_due_when_its_last_pass_said() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        succeed(account, now, now.plusSeconds(300));

        assertThat(due(now.plusSeconds(299), FAR, account)).isEmpty();
        assertThat(due(now.plusSeconds(301), FAR, account)).containsExactly(entry(account));
    }

    @Test
    default void an_account_that_failed_is_due_when_the_failure_said() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        fail(account, ConnectionProblem.UNREACHABLE, now, now.plusSeconds(60));

        assertThat(due(now.plusSeconds(59), FAR, account)).isEmpty();
        assertThat(due(now.plusSeconds(61), FAR, account)).containsExactly(entry(account));
    }

    @Test
    default void an_account_whose_sign_in_is_refused_is_never_due_until_it_is_reconnected() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        fail(account, ConnectionProblem.SIGN_IN_REFUSED, now, now.plusSeconds(60));

        transactions().run(new Actor.House(), () -> watched().giveBack("x"));
        var refused = due(FAR, FAR, account);
        world().run(account.owner(), () -> world().statuses().reconnected(account.id(), now));
        var reconnected = due(now, FAR, account);

        assertThat(refused).isEmpty();
        assertThat(reconnected).containsExactly(entry(account));
        assertThat(all(account)).containsExactly(entry(account));
    }

    @Test
    default void leaves_paused_accounts_alone() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        world().run(account.owner(), () -> world().statuses().pause(account.id(), true, now));
        var paused = all(account);
        var due = due(now.plusSeconds(86_400), FAR, account);

        world().run(account.owner(), () -> world().statuses().pause(account.id(), false, now));

        assertThat(paused).isEmpty();
        assertThat(due).isEmpty();
        assertThat(all(account)).containsExactly(entry(account));
        assertThat(due(now.plusSeconds(1), FAR, account)).containsExactly(entry(account));
    }

    @Test
    default void a_refused_sign_in_is_never_due() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        fail(account, ConnectionProblem.SIGN_IN_REFUSED, now, now.plusSeconds(3_000_000_000L));

        assertThat(due(now.plusSeconds(86_400), FAR, account)).isEmpty();
    }

    @Test
    default void a_time_from_a_clock_that_was_wrong_is_not_waited_for() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        var wrong = now.plusSeconds(86_400);
        succeed(account, wrong, wrong.plusSeconds(300));

        assertThat(due(now, now.plusSeconds(300), account)).containsExactly(entry(account));
    }

    @Test
    default void every_account_can_be_made_due_for_a_full_comparison() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        claim(account, "x/1", now);
        world().run(account.owner(), () -> {
            world().statuses().compared(account.id(), "x/1", 0, now, now.plusSeconds(1_800));
            world().statuses().succeeded(account.id(), "x/1", now, now.plusSeconds(300));
        });

        transactions().run(new Actor.House(), () -> watched().compareFully(now.plusSeconds(1)));

        assertThat(due(now.plusSeconds(2), now.plusSeconds(300), account)).containsExactly(entry(account));
        assertThat(claimed(account, "x/2", now.plusSeconds(2)).map(SyncStatusStore.Claim::full)).contains(true);
    }

    @Test
    default void gives_back_what_a_stopped_node_held_and_nothing_of_others() {
        var ada = world().somebody();
        var stopped = world().accountOf(ada);
        var alike = world().accountOf(ada);
        var longer = world().accountOf(ada);
        var now = Instant.parse("2026-03-01T09:00:00Z");
        claim(stopped, "node_1/7", now);
        claim(alike, "nodeX1/7", now);
        claim(longer, "node_10/7", now);

        transactions().run(new Actor.House(), () -> watched().giveBack("node_1"));

        assertThat(world().<Boolean>as(ada, () -> world().statuses()
                .progress(stopped.id(), "node_1/7", 1, 1, now.plusSeconds(120)))).isFalse();
        assertThat(world().as(ada, () -> world().statuses().status(stopped.id())).orElseThrow().phase())
                .isNotEqualTo(Phase.SYNCING);
        for (var other : List.of(alike, longer))
            assertThat(world().as(ada, () -> world().statuses().status(other.id())).orElseThrow().phase())
                    .isEqualTo(Phase.SYNCING);
        claim(stopped, "b/1", now);
    }

    @Test
    default void what_was_given_back_is_due_at_once() {
        var account = world().accountOf(world().somebody());
        var now = account.addedAt().plusSeconds(60);
        due(now, now.plusSeconds(300), account);
        claim(account, "gone/1", now);

        transactions().run(new Actor.House(), () -> watched().giveBack("gone"));

        assertThat(due(now.plusSeconds(1), FAR, account)).containsExactly(entry(account));
    }

    /** What is to be sent. */
    ErrandStore errands();

    private List<Entry> toSend(Instant now, Instant next, Account... ours) {
        return of(transactions().call(new Actor.House(), () -> watched().toSend(now, next)), ours);
    }

    @Test
    default void an_account_with_something_to_send_is_asked_for_when_that_is_due_and_until_it_is_over() {
        var account = world().accountOf(world().somebody());
        var errand = Errands.forward(account.id());
        var now = errand.dueAt();
        var before = toSend(now, FAR, account);
        world().run(account.owner(), () -> errands().add(account.id(), List.of(errand)));

        assertThat(before).isEmpty();
        assertThat(toSend(now.minusSeconds(1), FAR, account)).isEmpty();
        assertThat(toSend(now, now.plusSeconds(60), account)).containsExactly(entry(account));
        assertThat(toSend(now.plusSeconds(59), now.plusSeconds(60), account)).isEmpty();
        assertThat(toSend(now.plusSeconds(60), now.plusSeconds(120), account)).containsExactly(entry(account));

        var begun = errand.begun(now, now.plusSeconds(600));
        world().run(account.owner(), () -> errands().note(begun));
        assertThat(toSend(now.plusSeconds(599), FAR, account)).isEmpty();
        assertThat(toSend(now.plusSeconds(600), now.plusSeconds(660), account)).containsExactly(entry(account));

        world().run(account.owner(), () -> errands().note(begun.ending().sent(now)));
        assertThat(toSend(now.plusSeconds(3600), FAR, account)).isEmpty();
    }
}
