package org.waxwing.messaging.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.EventChannel;

/**
 * Sends events to three queues: whatever keeps a connection to a mail server busy has one of its own, for reading and for
 * sending, so that it never holds up the rest.
 */
public class JmsEventChannel implements EventChannel {
    private final ConnectionFactory connections;
    private final Queue mailEvents;
    private final Queue emailSync;
    private final Queue sending;

    public JmsEventChannel(ConnectionFactory connections, Queue mailEvents, Queue emailSync, Queue sending) {
        this.connections = connections;
        this.mailEvents = mailEvents;
        this.emailSync = emailSync;
        this.sending = sending;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A wish to synchronise is not written to the broker's disk: every account has its turn when a node starts, and
     * whoever waits for new mail should not wait for a disk.
     */
    @Override
    public void send(MailEvent event) {
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer()
                    .setDeliveryMode(event instanceof MailEvent.SyncWanted
                            ? DeliveryMode.NON_PERSISTENT
                            : DeliveryMode.PERSISTENT)
                    .send(queueOf(event), EventMessage.of(event));
        }
    }

    private Queue queueOf(MailEvent event) {
        return switch (event) {
            case MailEvent.SyncWanted wanted -> emailSync;
            case MailEvent.AccountAdded added -> mailEvents;
            case MailEvent.AccountReconnected again -> mailEvents;
            case MailEvent.AccountRemoved removed -> mailEvents;
            case MailEvent.AccountPaused paused -> mailEvents;
            case MailEvent.AccountResumed resumed -> mailEvents;
            case MailEvent.WakeDue due -> mailEvents;
            case MailEvent.AccountRead read -> mailEvents;
            case MailEvent.JobDue due -> mailEvents;
            case MailEvent.ErrandsDue due -> sending;
            case MailEvent.EmailsArrived arrived -> mailEvents;
        };
    }
}
