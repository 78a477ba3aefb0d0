package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;

final class InMemoryJobStore implements JobStore {
    private final InMemoryWorld world;

    InMemoryJobStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void begin(Job job) {
        world.mustSee(job.account());
        world.tables().jobs.put(job.id(), job);
        world.tables().moved.put(job.id(), new Tables.Moved(job.startedAt(), 0));
    }

    @Override
    public Optional<Job> take(JobId job) {
        return Optional.ofNullable(world.tables().jobs.get(job)).filter(it -> world.sees(it.account()));
    }

    @Override
    public void note(Job job, Instant now) {
        if (take(job.id()).isEmpty()) return;
        world.tables().jobs.put(job.id(), job);
        world.tables().moved.put(job.id(), new Tables.Moved(now, 0));
    }

    @Override
    public List<Job> latest(int atMost) {
        return world.tables().jobs.values().stream()
                .filter(it -> world.sees(it.account()))
                .sorted(Comparator.comparing(Job::startedAt).reversed())
                .limit(atMost)
                .toList();
    }
}
