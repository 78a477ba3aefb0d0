package org.waxwing.application.runtime;

/** Carries events to whoever handles them, on any node, with retries and dead letters. Not part of a transaction. */
public interface EventChannel {
    /**
     * Hands an event on.
     *
     * @throws RuntimeException it could not be accepted; it may be handed on again
     */
    void send(MailEvent event);
}
