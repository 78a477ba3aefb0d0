package org.waxwing.domain.authenticity;

import java.util.Arrays;
import java.util.Locale;

/** How one of the checks went (RFC 8601 §2.7). */
public enum Outcome {
    /** Nothing is known: not checked, or not reported by a server that is believed. */
    UNKNOWN,
    /** There was nothing to check. */
    NONE,
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    POLICY,
    TEMPERROR,
    PERMERROR;

    /** The outcome that a server calls so; {@link #UNKNOWN} for words that RFC 8601 does not know. */
    static Outcome of(String word) {
        var name = word.toUpperCase(Locale.ROOT);
        // an old synonym (RFC 7208 §8)
        if (name.equals("HARDFAIL")) return FAIL;
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst().orElse(UNKNOWN);
    }
}
