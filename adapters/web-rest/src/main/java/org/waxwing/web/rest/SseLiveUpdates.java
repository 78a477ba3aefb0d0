package org.waxwing.web.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.waxwing.application.runtime.LivePositions;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.domain.identity.PersonId;

/**
 * Tells open pages over server-sent events, on this node. The latest events of a person are kept while they listen and
 * for ten minutes after, so that a line that broke can go on where it was; whoever was away longer, or was on another
 * node, is told to read everything again. Thread-safe; telling never blocks.
 */
public final class SseLiveUpdates implements LiveUpdates, LivePositions, AutoCloseable {
    private final Map<PersonId, PersonStream> streams = new ConcurrentHashMap<>();

    @Override
    public void tell(PersonId person, List<LiveUpdate> updates) {
        // nobody who listens, nobody who may come back: nothing to keep
        var stream = streams.get(person);
        if (stream != null) stream.say(LiveFrame.said(updates));
    }

    @Override
    public String position(PersonId person) {
        sweep();
        return streams.compute(person, (id, known) -> {
            var stream = known == null ? fresh() : known;
            stream.isAwaited(System.nanoTime());
            return stream;
        }).position();
    }

    /** Lets somebody listen from now on, or from behind {@code lastId} when it is not empty. */
    void listen(PersonId person, LiveLine line, String lastId) {
        sweep();
        var client = new LiveClient(line, gone -> leave(person, gone), LiveClient.BEAT);
        streams.compute(person, (id, known) -> {
            var stream = known == null ? fresh() : known;
            stream.join(client, lastId);
            return stream;
        });
    }

    /** Ends all streams. */
    @Override
    public void close() {
        streams.values().forEach(PersonStream::close);
        streams.clear();
    }

    private static PersonStream fresh() {
        return new PersonStream(UUID.randomUUID().toString().substring(0, 8), System.nanoTime());
    }

    private void leave(PersonId person, LiveClient client) {
        var stream = streams.get(person);
        if (stream != null) stream.leave(client, System.nanoTime());
        sweep();
    }

    private void sweep() {
        long now = System.nanoTime();
        for (var person : streams.keySet())
            streams.computeIfPresent(person, (id, stream) -> stream.isForgotten(now) ? null : stream);
    }
}
