package org.waxwing.application.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.InMemoryWorld.Acting;

/** Transactions of an {@link InMemoryWorld}. */
public final class InMemoryTransactions implements Transactions {
    private final InMemoryWorld world;
    private final ThreadLocal<List<Runnable>> afterwards = ThreadLocal.withInitial(ArrayList::new);

    public InMemoryTransactions(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public <T> T call(Actor actor, Supplier<T> work) {
        if (world.isInTransaction()) throw new IllegalStateException("A transaction within another");
        afterwards.remove();
        var result = world.transaction(acting(actor), work);
        var tasks = List.copyOf(afterwards.get());
        afterwards.remove();
        tasks.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable task) {
        if (!world.isInTransaction()) throw new IllegalStateException("No transaction is open");
        afterwards.get().add(task);
    }

    private static Acting acting(Actor actor) {
        return switch (actor) {
            case Actor.OfPerson(var person) -> new Acting.Somebody(person);
            case Actor.House() -> new Acting.House();
        };
    }
}
