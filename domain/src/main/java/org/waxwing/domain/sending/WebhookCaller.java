package org.waxwing.domain.sending;

import java.net.URI;
import java.time.Instant;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.Secret;

/** Tells programs elsewhere of a message. Reaches for the network, for some seconds at most; never inside a transaction. */
public interface WebhookCaller {
    /**
     * What a program is told.
     *
     * @param id the same however often it is told: whoever knows it has been told already
     * @param rule the id of the rule
     * @param secret what proves that it comes from here
     * @param at when it is told
     */
    record Call(ErrandId id, String rule, AccountId account, Occasion occasion, Secret secret, Instant at) {}

    /** What came of it. */
    sealed interface Answer {
        /** It was taken. */
        record Taken() implements Answer {}

        /** It was not, and will not be. */
        record Refused(Trouble why) implements Answer {}

        /** It may have been, or may be later: it can be told again. */
        record Later(Trouble why) implements Answer {}
    }

    /** Tells it. */
    Answer call(URI address, Call call);
}
