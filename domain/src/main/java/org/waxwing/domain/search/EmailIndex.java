package org.waxwing.domain.search;

import java.util.List;
import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * All messages by their words: those of subject, text, sender and names of files. A message can be found from the
 * transaction on that stores it, until it is deleted. Sees only what belongs to the person whose transaction is open, and
 * leaves out what only folders for junk and trash show.
 */
public interface EmailIndex {
    /**
     * Part of what was found.
     *
     * @param total of all that was found, exact, whatever part of it this is
     * @param more whether more follows behind the last hit
     */
    record Found(List<SearchHit> hits, long total, boolean more) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** The window; nothing for a query without terms. */
    Found find(SearchRequest request);

    /** The conversations of everything that would be found, by account. */
    Map<AccountId, List<ThreadId>> conversations(SearchQuery query);
}
