package org.waxwing.web.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The events of one person on this node: the latest of them, and who listens. An id is the stream's own name and a
 * running number; an id of another stream, as after a restart or on another node, means that events may be missing.
 */
final class PersonStream {
    private static final int KEPT = 500;
    private static final int MOST_LISTENERS = 20;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final String name;
    private final Deque<LiveFrame> latest = new ArrayDeque<>();
    private final Deque<LiveClient> listeners = new ArrayDeque<>();
    private long number;
    private long quietSince;

    PersonStream(String name, long now) {
        this.name = name;
        this.quietSince = now;
    }

    synchronized void say(Collection<LiveFrame.Said> events) {
        for (var event : events) {
            number++;
            var frame = new LiveFrame(position(), event.name(), event.data());
            latest.addLast(frame);
            if (latest.size() > KEPT) latest.removeFirst();
            listeners.forEach(listener -> listener.offer(frame));
        }
    }

    /** Adds a listener, who first gets what they missed since {@code lastId}; an empty one means that they are new. */
    synchronized void join(LiveClient listener, String lastId) {
        if (listeners.size() >= MOST_LISTENERS) listeners.removeFirst().close();
        listeners.addLast(listener);
        // who breaks off before they have got what they missed must not seem to have got it
        listener.start(lastId.isEmpty() ? position() : "");
        if (!lastId.isEmpty()) missedSince(lastId).forEach(listener::offer);
    }

    synchronized void leave(LiveClient listener, long now) {
        listeners.remove(listener);
        quietSince = now;
    }

    /** Somebody will listen soon. */
    synchronized void isAwaited(long now) {
        quietSince = now;
    }

    /** Whether nobody has listened for so long that nobody will come back for what they missed. */
    synchronized boolean isForgotten(long now) {
        return listeners.isEmpty() && now - quietSince > KEPT_FOR.toNanos();
    }

    synchronized void close() {
        listeners.forEach(LiveClient::close);
        listeners.clear();
    }

    /** The id of what was said last. */
    synchronized String position() {
        return name + "-" + number;
    }

    private List<LiveFrame> missedSince(String lastId) {
        if (lastId.equals(position())) return List.of();
        var prefix = name + "-";
        boolean ours = lastId.startsWith(prefix) && lastId.substring(prefix.length()).matches("\\d{1,18}");
        if (!ours) return List.of(LiveFrame.reset(position()));
        long seen = Long.parseLong(lastId.substring(prefix.length()));
        boolean gap = seen > number || number - seen > latest.size();
        if (gap) return List.of(LiveFrame.reset(position()));
        return latest.stream().skip(latest.size() - (number - seen)).toList();
    }
}
