package org.waxwing.application.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Outbox;
import org.waxwing.domain.world.InMemoryWorld;

/** Events that commit with their transaction and wait in memory. */
public final class InMemoryEvents implements MailEvents, Outbox {
    private final InMemoryWorld world;
    private final List<Waiting> letters = new ArrayList<>();

    public InMemoryEvents(InMemoryWorld world) {
        this.world = world;
    }

    private static final class Waiting {
        private final Letter letter;
        private Instant hiddenUntil = Instant.MIN;

        Waiting(Letter letter) {
            this.letter = letter;
        }
    }

    /** Everything that was published and not handed on yet, oldest first, whether hidden or not. */
    public List<MailEvent> waiting() {
        synchronized (letters) {
            return letters.stream().map(it -> it.letter.event()).toList();
        }
    }

    /** Throws away what waits. */
    public void clear() {
        synchronized (letters) {
            letters.clear();
        }
    }

    @Override
    public void publish(MailEvent event) {
        var waiting = new Waiting(new Letter(UUID.randomUUID(), event));
        world.onRollback(() -> remove(waiting));
        synchronized (letters) {
            letters.add(waiting);
        }
    }

    @Override
    public List<Letter> take(int atMost, Instant now, Instant until) {
        world.mustBeHouse();
        synchronized (letters) {
            var taken = letters.stream().filter(it -> !it.hiddenUntil.isAfter(now)).limit(atMost).toList();
            for (var it : taken) {
                var before = it.hiddenUntil;
                world.onRollback(() -> it.hiddenUntil = before);
                it.hiddenUntil = until;
            }
            return taken.stream().map(it -> it.letter).toList();
        }
    }

    @Override
    public void done(Collection<UUID> ids) {
        world.mustBeHouse();
        synchronized (letters) {
            var before = List.copyOf(letters);
            world.onRollback(() -> restore(before));
            letters.removeIf(it -> ids.contains(it.letter.id()));
        }
    }

    private void restore(List<Waiting> before) {
        synchronized (letters) {
            letters.clear();
            letters.addAll(before);
        }
    }

    private void remove(Waiting waiting) {
        synchronized (letters) {
            letters.remove(waiting);
        }
    }
}
