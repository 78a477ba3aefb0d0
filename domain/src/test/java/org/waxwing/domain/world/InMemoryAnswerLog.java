package org.waxwing.domain.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.waxwing.domain.sending.AnswerLog;

final class InMemoryAnswerLog implements AnswerLog {
    private final InMemoryWorld world;

    InMemoryAnswerLog(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Set<String> begin(String reference, Collection<String> senders, Instant now, Duration every) {
        var begun = new HashSet<String>();
        for (var sender : senders) {
            var key = new Tables.Answered(world.person(), reference, sender);
            var last = world.tables().answered.get(key);
            if (last != null && Duration.between(last, now).compareTo(every) < 0) continue;
            world.tables().answered.put(key, now);
            begun.add(sender);
        }
        return begun;
    }
}
