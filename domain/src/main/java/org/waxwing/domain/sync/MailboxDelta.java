package org.waxwing.domain.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/** What has to happen here so that our copy of a mailbox equals the server's. */
public sealed interface MailboxDelta {
    /** What to fetch, newest first. */
    List<Uid> added();

    /** The mailbox is new here, or its UIDs were voided: everything is to be fetched under the new validity. */
    record Reset(UidValidity validity, List<Uid> added) implements MailboxDelta {
        public Reset {
            added = List.copyOf(added);
        }
    }

    /** The mailbox went on: some messages came, some got other keywords, some are gone. */
    record Changes(UidValidity validity, List<Uid> added, Map<Uid, Set<Keyword>> keywords, Set<Uid> vanished)
            implements
                MailboxDelta {
        public Changes {
            added = List.copyOf(added);
            keywords = Map.copyOf(keywords);
            vanished = Set.copyOf(vanished);
        }
    }
}
