package org.waxwing.application.world;

import java.time.Instant;
import java.util.List;
import org.waxwing.application.runtime.StalledJobs;
import org.waxwing.domain.world.InMemoryWorld;

/** The house's look at the jobs of an {@link InMemoryWorld}. */
public final class InMemoryStalledJobs implements StalledJobs {
    private final InMemoryWorld world;

    public InMemoryStalledJobs(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<Entry> toResume(Instant now) {
        return world.stalled(FIRST_WAIT, MOST_TIMES, now).stream()
                .map(it -> new Entry(world.ownerOf(it.account()), it.account(), it.id()))
                .toList();
    }
}
