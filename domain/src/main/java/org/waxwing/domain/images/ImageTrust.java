package org.waxwing.domain.images;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.identity.EmailAddress;

/** The senders whose pictures a person always wants to see. Needs an open transaction of that person. */
public interface ImageTrust {
    /** One of them. */
    record Trusted(EmailAddress sender, Instant since) {}

    /** Whether this sender is one of them. */
    boolean includes(EmailAddress sender);

    /** All of them, in alphabetical order. */
    List<Trusted> all();

    /** Adds one; nothing changes when it is there already. */
    void add(EmailAddress sender, Instant now);

    /** Takes one away; false when it was not there. */
    boolean remove(EmailAddress sender);
}
