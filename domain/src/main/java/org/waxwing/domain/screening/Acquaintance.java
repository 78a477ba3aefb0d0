package org.waxwing.domain.screening;

/**
 * How well an account knows somebody.
 *
 * @param received messages that came from them
 * @param sent messages that went to them
 */
public record Acquaintance(long received, long sent) {
    /** Nothing was ever exchanged. */
    public static final Acquaintance NONE = new Acquaintance(0, 0);
}
