package org.waxwing.application.world;

import java.time.Instant;
import java.util.List;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.InMemoryWorld.Watched;

/** The house's look at the accounts of an {@link InMemoryWorld}. */
public final class InMemoryWatchedAccounts implements WatchedAccounts {
    private final InMemoryWorld world;

    public InMemoryWatchedAccounts(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<Entry> all() {
        return entries(world.watched());
    }

    @Override
    public List<Entry> due(Instant now, Instant next) {
        return entries(world.due(now, next));
    }

    @Override
    public List<Entry> toWake(Instant now, Instant next) {
        return entries(world.toWake(now, next));
    }

    @Override
    public List<Entry> toSend(Instant now, Instant next) {
        return entries(world.toSend(now, next));
    }

    @Override
    public void compareFully(Instant now) {
        world.compareFully(now);
    }

    @Override
    public void giveBack(String node) {
        world.giveBack(node);
    }

    private static List<Entry> entries(List<Watched> watched) {
        return watched.stream().map(it -> new Entry(it.owner(), it.account())).toList();
    }
}
