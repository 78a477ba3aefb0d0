package org.waxwing.application.flow;

import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;

/** Publishes into the outbox and wakes the relay when the transaction has committed, so that nobody waits for its turn. */
public class PromptMailEvents implements MailEvents {
    private final MailEvents outbox;
    private final Transactions transactions;
    private final Runnable wakeRelay;

    public PromptMailEvents(MailEvents outbox, Transactions transactions, Runnable wakeRelay) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void publish(MailEvent event) {
        outbox.publish(event);
        transactions.afterCommit(wakeRelay);
    }
}
