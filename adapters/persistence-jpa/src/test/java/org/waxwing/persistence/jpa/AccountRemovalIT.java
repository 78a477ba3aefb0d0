package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sending.Errands;
import org.waxwing.domain.world.World;

/** Whoever removes an account waits for whoever is at work on it, and neither of them for ever. */
class AccountRemovalIT {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final World world = JpaWorld.WORLD;
    private final Account account = world.accountOf(world.somebody());
    private final EmailId email = world.deliver(account, world.inbox(account), anEmail()).id();

    @Test
    void waits_for_a_piece_of_a_job() throws Exception {
        var job = new Job(
                new JobId(UUID.randomUUID()), account.id(), Job.Task.SORT, "", Job.State.RUNNING, List.of(), 0, 1, 0,
                new ActionId(UUID.randomUUID()), NOW);
        world.run(account.owner(), () -> world.jobs().begin(job));

        removedWhile(() -> world.jobs().take(job.id()), () -> world.mail().settle(account.id(), Set.of(email)));
    }

    @Test
    void waits_for_an_errand() throws Exception {
        var errands = new JpaErrandStore(JpaWorld.WORLD.database());
        var errand = Errands.reply(account.id());
        world.run(account.owner(), () -> errands.add(account.id(), List.of(errand)));

        removedWhile(() -> errands.take(errand.id()), () -> world.history().add(account.id(), List.of(new HistoryLine(
                email, NOW, HistoryLine.Engine.RULE, "a rule", "reply", "", List.of(), List.of()))));
    }

    @Test
    void waits_for_a_run_of_rules() throws Exception {
        var runs = new JpaRuleRuns(JpaWorld.WORLD.database());

        removedWhile(
                () -> runs.begin(account.id(), Set.of(email)),
                () -> world.mail().settle(account.id(), Set.of(email)));
    }

    private void removedWhile(Runnable begins, Runnable goesOn) throws Exception {
        var begun = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        var worker = Waiting.meanwhile(() -> world.as(account.owner(), () -> {
            begins.run();
            begun.countDown();
            Waiting.on(seen);
            goesOn.run();
            return true;
        }));
        Waiting.on(begun);
        var removal = Waiting.meanwhile(() -> world.as(
                account.owner(), () -> world.accounts().remove(account.id())));
        Waiting.untilSomebodyWaitsForALock();
        seen.countDown();

        assertThat(worker.get()).isTrue();
        assertThat(removal.get()).isTrue();
        assertThat(world.as(account.owner(), () -> world.accounts().account(account.id()))).isEmpty();
    }
}
