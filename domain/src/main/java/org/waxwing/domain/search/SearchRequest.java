package org.waxwing.domain.search;

import java.util.Set;
import org.waxwing.domain.account.AccountId;

/**
 * A window of what a query finds.
 *
 * @param after where the window begins
 * @param limit how many hits at most, 1 to {@link #MOST}
 * @param accounts where to look; none of them means in all
 */
public record SearchRequest(
        SearchQuery query, SearchOrder order, SearchPosition after, int limit, Set<AccountId> accounts) {
    /** The most hits that one window may have. */
    public static final int MOST = 200;

    public SearchRequest {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("A window has 1 to 200 hits, not " + limit);
        accounts = Set.copyOf(accounts);
    }

    /** A window of what a query finds in all accounts. */
    public SearchRequest(SearchQuery query, SearchOrder order, SearchPosition after, int limit) {
        this(query, order, after, limit, Set.of());
    }
}
