package org.waxwing.application.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Events that are committed and not yet handed on. Needs an open transaction of the house. */
public interface Outbox {
    /** A committed event. */
    record Letter(UUID id, MailEvent event) {}

    /** Takes the oldest waiting events, hiding them from others until {@code until}. */
    List<Letter> take(int atMost, Instant now, Instant until);

    /** Forgets events that were handed on. */
    void done(Collection<UUID> ids);
}
