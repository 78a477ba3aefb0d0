package org.waxwing.application.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.domain.identity.PersonId;

/** Remembers what pages were told; nothing may be told before it is committed. */
public final class RecordingLiveUpdates implements LiveUpdates {
    private record Told(PersonId person, LiveUpdate update) {}

    private final BooleanSupplier inTransaction;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    public RecordingLiveUpdates(BooleanSupplier inTransaction) {
        this.inTransaction = inTransaction;
    }

    @Override
    public void tell(PersonId person, List<LiveUpdate> updates) {
        if (inTransaction.getAsBoolean()) throw new IllegalStateException("Told before it was committed");
        updates.forEach(update -> told.add(new Told(person, update)));
    }

    /** What somebody was told of one kind, in order. */
    public <T extends LiveUpdate> List<T> told(PersonId person, Class<T> kind) {
        return told.stream()
                .filter(it -> it.person().equals(person))
                .map(Told::update)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Forgets what was told so far. */
    public void clear() {
        told.clear();
    }
}
