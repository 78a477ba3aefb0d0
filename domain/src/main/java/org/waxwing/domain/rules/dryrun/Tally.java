package org.waxwing.domain.rules.dryrun;

import java.util.List;
import org.waxwing.domain.mailbox.EmailId;

/**
 * How many messages, and some of them to look at.
 *
 * @param samples in the order in which they came: the first, the last, and in between evenly spread ones
 */
public record Tally(long count, List<EmailId> samples) {
    /** None. */
    public static final Tally NONE = new Tally(0, List.of());

    public Tally {
        samples = List.copyOf(samples);
    }
}
