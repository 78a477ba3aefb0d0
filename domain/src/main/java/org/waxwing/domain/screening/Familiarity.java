package org.waxwing.domain.screening;

import java.time.Instant;
import java.util.List;

/**
 * How well a person knows somebody, over all their accounts.
 *
 * @param received messages that came from them
 * @param sent messages that went to them
 * @param answered whether a message of theirs was ever answered
 * @param firstReceivedAt when a server took in the first of their messages; none or one
 */
public record Familiarity(long received, long sent, boolean answered, List<Instant> firstReceivedAt) {
    /** Nothing was ever exchanged. */
    public static final Familiarity NONE = new Familiarity(0, 0, false, List.of());

    public Familiarity {
        firstReceivedAt = List.copyOf(firstReceivedAt);
    }
}
