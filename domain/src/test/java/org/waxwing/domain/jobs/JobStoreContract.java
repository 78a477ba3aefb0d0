package org.waxwing.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.jobs.Job.State;
import org.waxwing.domain.jobs.Job.Task;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.world.World;

/** What every {@link JobStore} does. */
public interface JobStoreContract {
    World world();

    private static Job job(Account account, int minute) {
        return new Job(
                new JobId(UUID.randomUUID()), account.id(), Task.SORT, "why", State.RUNNING, List.of(), 0, 12, 0,
                new ActionId(UUID.randomUUID()), Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    @Test
    default void notes_how_far_a_job_is() {
        var account = world().accountOf(world().somebody());
        var job = job(account, 0);
        world().run(account.owner(), () -> world().jobs().begin(job));

        assertThat(world().as(account.owner(), () -> world().jobs().take(job.id()))).contains(job);
        var further = job.after(List.of(new EmailId(UUID.randomUUID()), new EmailId(UUID.randomUUID())), 1);
        world().run(account.owner(), () -> world().jobs().note(further, further.startedAt()));
        assertThat(world().as(account.owner(), () -> world().jobs().take(job.id()))).contains(further);
        var ended = further.ended(State.CANCELLED);
        world().run(account.owner(), () -> world().jobs().note(ended, ended.startedAt()));

        assertThat(world().as(account.owner(), () -> world().jobs().take(job.id()))).contains(ended);
        assertThat(further.done()).isEqualTo(2);
        assertThat(further.changed()).isEqualTo(1);
    }

    @Test
    default void tells_the_latest_first() {
        var account = world().accountOf(world().somebody());
        var first = job(account, 1);
        var second = job(account, 2);
        world().run(account.owner(), () -> {
            world().jobs().begin(second);
            world().jobs().begin(first);
        });

        assertThat(world().as(account.owner(), () -> world().jobs().latest(5))).containsExactly(second, first);
        assertThat(world().as(account.owner(), () -> world().jobs().latest(1))).containsExactly(second);
    }

    @Test
    default void is_nobody_elses() {
        var account = world().accountOf(world().somebody());
        var job = job(account, 0);
        world().run(account.owner(), () -> world().jobs().begin(job));
        var stranger = world().somebody();

        world().attempt(stranger, () -> world().jobs().note(job.ended(State.CANCELLED), job.startedAt()));

        assertThat(world().as(stranger, () -> world().jobs().take(job.id()))).isEmpty();
        assertThat(world().as(stranger, () -> world().jobs().latest(5))).isEmpty();
        assertThat(world().as(account.owner(), () -> world().jobs().take(job.id()))).contains(job);
    }
}
