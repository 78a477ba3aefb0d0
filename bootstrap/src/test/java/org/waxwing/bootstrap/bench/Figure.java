package org.waxwing.bootstrap.bench;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param what was measured
 * @param ours our figure with its unit
 * @param peer whose figure with its unit, or why there is none
 * @param measure what is held against the limit, such as the ratio of the two
 * @param limit what it should be; empty when nothing is asked
 */
record Figure(String what, String ours, String peer, String measure, String limit, Verdict verdict) {
    enum Verdict {
        REACHED("reached"),
        MISSED("LIMIT MISSED"),
        NOTED("");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Verdict of(boolean reached) {
            return reached ? REACHED : MISSED;
        }
    }

    static Figure noted(String what, String ours, String peer) {
        return new Figure(what, ours, peer, "", "", Verdict.NOTED);
    }

    /** The ratio must be at most {@code limit}. */
    static Figure atMost(String what, String ours, String peer, double ratio, double limit) {
        return new Figure(what, ours, peer, times(ratio), "<= " + times(limit), Verdict.of(ratio <= limit));
    }

    /** The ratio must be at least {@code limit}. */
    static Figure atLeast(String what, String ours, String peer, double ratio, double limit) {
        return new Figure(what, ours, peer, times(ratio), ">= " + times(limit), Verdict.of(ratio >= limit));
    }

    /** Seconds that must be at most {@code limit}. */
    static Figure within(String what, double seconds, String peer, double limit) {
        return new Figure(what, fine(seconds), peer, fine(seconds), "<= " + seconds(limit),
                Verdict.of(seconds <= limit));
    }

    /** Seconds of which fractions of a millisecond matter. */
    static String fine(double seconds) {
        return seconds < 0.1 ? String.format(Locale.ROOT, "%.1f ms", seconds * 1_000) : seconds(seconds);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f x", ratio);
    }

    static String seconds(double seconds) {
        return seconds < 10
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1_000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    static String rate(long messages, double seconds) {
        return String.format(Locale.ROOT, "%,.0f messages/s (%s)", messages / seconds, seconds(seconds));
    }
}
