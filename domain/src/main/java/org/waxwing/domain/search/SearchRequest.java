package org.waxwing.domain.search;

/**
 * A window of what a query finds.
 *
 * @param after where the window begins
 * @param limit how many hits at most, 1 to {@link #MOST}
 */
public record SearchRequest(SearchQuery query, SearchOrder order, SearchPosition after, int limit) {
    /** The most hits that one window may have. */
    public static final int MOST = 200;

    public SearchRequest {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("A window has 1 to 200 hits, not " + limit);
    }
}
