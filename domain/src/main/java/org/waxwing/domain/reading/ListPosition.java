package org.waxwing.domain.reading;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a window of a list ends: the next one continues behind it, newest first. Its token is opaque to whoever gets it.
 *
 * @param at to the microsecond, as the store keeps times
 * @param id parts rows of the same moment
 */
public record ListPosition(Instant at, UUID id) {
    /** In front of everything. */
    public static final ListPosition START = new ListPosition(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private static final int BYTES = 32;
    // the year 1: what stores can keep is not the same everywhere, but this everywhere
    private static final long EARLIEST = -62_135_596_800L;

    /** Whether a list, latest first, comes to {@code other} before it comes here. */
    public boolean isBehind(ListPosition other) {
        int later = at.compareTo(other.at);
        if (later != 0) return later < 0;
        int high = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
        if (high != 0) return high < 0;
        return Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits()) < 0;
    }

    /** This position as text that fits in an address. */
    public String token() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(at.getEpochSecond())
                .putLong(at.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The position of a token.
     *
     * @throws IllegalArgumentException it is none of ours
     */
    public static ListPosition of(String token) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        if (bytes.remaining() != BYTES) throw new IllegalArgumentException("Not a list position");
        var seconds = bytes.getLong();
        var nanos = bytes.getLong();
        if (seconds < EARLIEST || seconds > START.at().getEpochSecond() || nanos < 0 || nanos > 999_999_999)
            throw new IllegalArgumentException("Not a list position");
        return new ListPosition(Instant.ofEpochSecond(seconds, nanos), new UUID(bytes.getLong(), bytes.getLong()));
    }
}
