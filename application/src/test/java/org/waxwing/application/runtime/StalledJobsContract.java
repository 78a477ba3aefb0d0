package org.waxwing.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.StalledJobs.Entry;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.world.World;

/** What every {@link StalledJobs} does; looks at the jobs of its own test alone. */
public interface StalledJobsContract {
    Instant BEGUN = Instant.parse("2026-03-01T09:00:00Z");

    Transactions transactions();

    StalledJobs stalled();

    World world();

    private Job begun(Account account) {
        var job = new Job(
                new JobId(UUID.randomUUID()), account.id(), Job.Task.SORT, "", Job.State.RUNNING, List.of(), 0, 12, 0,
                new ActionId(UUID.randomUUID()), BEGUN);
        world().run(account.owner(), () -> world().jobs().begin(job));
        return job;
    }

    private List<Entry> after(Duration time, Job job) {
        return transactions().call(new Actor.House(), () -> stalled().toResume(BEGUN.plus(time))).stream()
                .filter(it -> it.job().equals(job.id()))
                .toList();
    }

    private Job.State state(Account account, Job job) {
        return world().as(account.owner(), () -> world().jobs().take(job.id())).orElseThrow().state();
    }

    @Test
    default void has_a_job_begun_again_that_stands_still_once_and_again_after_twice_the_time() {
        var account = world().accountOf(world().somebody());
        var job = begun(account);

        assertThat(after(Duration.ofMinutes(4), job)).isEmpty();
        assertThat(after(Duration.ofMinutes(5), job))
                .containsExactly(new Entry(account.owner(), account.id(), job.id()));
        assertThat(after(Duration.ofMinutes(9), job)).isEmpty();
        assertThat(after(Duration.ofMinutes(10), job)).hasSize(1);
    }

    @Test
    default void leaves_alone_what_gets_further_or_has_ended() {
        var account = world().accountOf(world().somebody());
        var slow = begun(account);
        var ended = begun(account);
        world().run(account.owner(), () -> {
            world().jobs().note(
                    slow.after(List.of(new EmailId(UUID.randomUUID())), 0), BEGUN.plus(Duration.ofMinutes(3)));
            world().jobs().note(ended.ended(Job.State.DONE), BEGUN);
        });

        assertThat(after(Duration.ofMinutes(6), slow)).isEmpty();
        assertThat(after(Duration.ofMinutes(6), ended)).isEmpty();
        assertThat(after(Duration.ofMinutes(8), slow)).hasSize(1);
    }

    @Test
    default void gives_up_a_job_that_never_gets_further() {
        var account = world().accountOf(world().somebody());
        var job = begun(account);

        for (int i = 0; i < StalledJobs.MOST_TIMES; i++) {
            assertThat(after(Duration.ofDays(2), job)).hasSize(1);
            assertThat(state(account, job)).isEqualTo(Job.State.RUNNING);
        }

        assertThat(after(Duration.ofDays(2), job)).isEmpty();
        assertThat(state(account, job)).isEqualTo(Job.State.FAILED);
    }

    @Test
    default void begins_to_count_anew_when_a_job_got_further() {
        var account = world().accountOf(world().somebody());
        var job = begun(account);
        for (int i = 0; i < StalledJobs.MOST_TIMES; i++) after(Duration.ofDays(2), job);

        world().run(account.owner(), () -> world().jobs().note(job, BEGUN.plus(Duration.ofDays(2))));

        assertThat(after(Duration.ofDays(2).plusMinutes(5), job)).hasSize(1);
        assertThat(state(account, job)).isEqualTo(Job.State.RUNNING);
    }
}
