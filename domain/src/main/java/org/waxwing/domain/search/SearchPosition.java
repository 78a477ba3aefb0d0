package org.waxwing.domain.search;

import java.util.Locale;
import org.waxwing.domain.reading.ListPosition;

/**
 * Where a window of hits ends: the next one continues behind it. Its token is opaque to whoever gets it.
 *
 * @param rank the weight of the hit, not negative; the same for all where it does not matter
 * @param place parts hits of the same weight
 */
public record SearchPosition(float rank, ListPosition place) {
    /** In front of everything. */
    public static final SearchPosition START = new SearchPosition(Float.MAX_VALUE, ListPosition.START);

    private static final int RANK = 8;

    public SearchPosition {
        if (!(rank >= 0) || Float.isInfinite(rank)) throw new IllegalArgumentException("Not a rank: " + rank);
    }

    /** This position as text that fits in an address. */
    public String token() {
        return String.format(Locale.ROOT, "%08x", Float.floatToIntBits(rank)) + place.token();
    }

    /**
     * The position of a token.
     *
     * @throws IllegalArgumentException it is none of ours
     */
    public static SearchPosition of(String token) {
        if (token.length() < RANK) throw new IllegalArgumentException("Not a search position");
        var rank = Float.intBitsToFloat(Integer.parseUnsignedInt(token.substring(0, RANK), 16));
        return new SearchPosition(rank, ListPosition.of(token.substring(RANK)));
    }
}
