package org.waxwing.domain.screening;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * Somebody who waits to be let in, with the latest of what they wrote.
 *
 * @param messages of theirs that wait in the inbox
 * @param threads in which they wrote, the latest first; at most twenty
 * @param testimony about the latest message
 */
public record Caller(
        AccountId account,
        EmailAddress sender,
        long messages,
        List<ThreadId> threads,
        EmailId latest,
        UntrustedText subject,
        UntrustedText preview,
        Instant receivedAt,
        Testimony testimony) {
    /** The most conversations that are named of one sender. */
    public static final int MOST_THREADS = 20;

    public Caller {
        threads = List.copyOf(threads);
    }
}
