package org.waxwing.application.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.waxwing.application.runtime.EventChannel;
import org.waxwing.application.runtime.MailEvent;

/** Remembers the events that were handed on. */
public final class RecordingChannel implements EventChannel {
    private final List<MailEvent> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);

    /** Fails once, in place of the event after {@code events} more. */
    public void failAfter(int events) {
        untilFailure.set(events);
    }

    @Override
    public void send(MailEvent event) {
        if (untilFailure.get() == 0) {
            untilFailure.set(Integer.MAX_VALUE);
            throw new IllegalStateException("The channel is closed");
        }
        if (untilFailure.get() != Integer.MAX_VALUE) untilFailure.decrementAndGet();
        sent.add(event);
    }

    /** What was handed on, in order. */
    public List<MailEvent> sent() {
        return List.copyOf(sent);
    }
}
