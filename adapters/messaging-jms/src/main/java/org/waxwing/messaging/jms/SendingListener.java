package org.waxwing.messaging.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.waxwing.application.flow.MailFlow;

/**
 * Receives the wishes to send what an account has to send, at most three at once on a node. Acknowledges when the use case is done and gives the message back when it throws; the use case opens its own
 * transactions.
 */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/sending"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "3"),
        // an event must not wait behind one that takes long while another session is free
        @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0"),
        // a session that is transacted by itself: rolled back, and so delivered again, when the listener throws
        @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true")})
@TransactionManagement(TransactionManagementType.BEAN)
public class SendingListener implements MessageListener {
    @Inject
    private MailFlow flow;

    @Override
    public void onMessage(Message message) {
        EventListener.receive(message, flow);
    }
}
