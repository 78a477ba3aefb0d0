package org.waxwing.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.waxwing.application.flow.MailFlow;

/** What the listeners of all queues do: read the event and hand it to the flow. */
final class EventListener {
    private EventListener() {}

    static void receive(Message message, MailFlow flow) {
        try {
            if (!(message instanceof TextMessage text))
                throw new IllegalArgumentException("An event is a text message");
            flow.handle(EventMessage.toEvent(text.getText()));
        } catch (JMSException e) {
            throw new IllegalStateException("The event could not be read", e);
        }
    }
}
