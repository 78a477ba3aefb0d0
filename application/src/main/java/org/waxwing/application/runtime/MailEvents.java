package org.waxwing.application.runtime;

/** Where use cases tell what happened. */
public interface MailEvents {
    /**
     * Tells {@code event} once the running transaction has committed, at least once, whatever crashes meanwhile; never
     * when it rolls back. Events may overtake each other.
     */
    void publish(MailEvent event);
}
