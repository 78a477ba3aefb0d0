/**
 * Events over Artemis: sent to a queue, received by a message-driven bean, handed to
 * {@link org.waxwing.application.flow.MailFlow}. Main type: {@link org.waxwing.messaging.jms.JmsEventChannel}. Rule of
 * the house: the queue is a wake-up, the outbox is the truth; a handler that fails throws, and the broker delivers again.
 */
@NullMarked
package org.waxwing.messaging.jms;

import org.jspecify.annotations.NullMarked;
