package org.waxwing.application.runtime;

import org.waxwing.application.world.InMemoryEvents;
import org.waxwing.application.world.InMemoryTransactions;
import org.waxwing.domain.world.InMemoryWorld;
import org.waxwing.domain.world.World;

class InMemoryOutboxTest implements OutboxContract {
    private final InMemoryWorld world = new InMemoryWorld();
    private final Transactions transactions = new InMemoryTransactions(world);
    private final InMemoryEvents events = new InMemoryEvents(world);

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public MailEvents events() {
        return events;
    }

    @Override
    public Outbox outbox() {
        return events;
    }

    @Override
    public World world() {
        return world;
    }
}
