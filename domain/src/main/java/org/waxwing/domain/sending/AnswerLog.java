package org.waxwing.domain.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Who was answered by which rule, and when. Needs an open transaction of the person whose mail is answered. */
public interface AnswerLog {
    /**
     * Notes that these get an answer now, in the transaction that writes it: whoever asks for the same ones waits for its
     * end.
     *
     * @param reference the id of the rule
     * @param senders keys of addresses
     * @param every how long one of them gets no second answer
     * @return those that get one; the others got one less than that ago
     */
    Set<String> begin(String reference, Collection<String> senders, Instant now, Duration every);
}
