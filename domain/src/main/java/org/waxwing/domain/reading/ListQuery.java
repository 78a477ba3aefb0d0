package org.waxwing.domain.reading;

/**
 * A window of a list.
 *
 * @param unreadOnly leaves out what was read, in the Imbox but not what came back and was not opened since
 * @param after where the window begins
 * @param limit how many rows at most, 1 to 200
 */
public record ListQuery(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
    /** The most rows that one window may have. */
    public static final int MOST = 200;

    public ListQuery {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("A window has 1 to 200 rows, not " + limit);
    }
}
