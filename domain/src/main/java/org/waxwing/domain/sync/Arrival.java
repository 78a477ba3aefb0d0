package org.waxwing.domain.sync;

import java.time.Instant;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/**
 * A message as its server hands it out, besides its bytes.
 *
 * @param receivedAt when the server took it in (IMAP INTERNALDATE)
 */
public record Arrival(Uid uid, Set<Keyword> keywords, Instant receivedAt, RemoteIds ids) {
    public Arrival {
        keywords = Set.copyOf(keywords);
    }
}
