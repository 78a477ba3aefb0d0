package org.waxwing.domain.signs;

import java.util.HashSet;
import java.util.Set;

/**
 * Makes one number of a set of features, such that sets which share most of them get numbers that differ in few bits
 * (Charikar, 2002). A feature counts once, however often it comes. The numbers are stored: nothing here may change.
 */
final class SimHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int MOST = 4_096;

    private final Set<Long> features = new HashSet<>();

    /** Adds a feature by its {@link #mix}ed number; beyond {@value #MOST} nothing is added any more. */
    void add(long feature) {
        if (features.size() < MOST) features.add(feature);
    }

    boolean isEmpty() {
        return features.isEmpty();
    }

    long value() {
        var sums = new int[Long.SIZE];
        for (long feature : features)
            for (int bit = 0; bit < Long.SIZE; bit++) sums[bit] += (feature >>> bit & 1) == 1 ? 1 : -1;
        long value = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) if (sums[bit] > 0) value |= 1L << bit;
        return value;
    }

    /** A number for a text (FNV-1a over UTF-16). */
    static long hash(CharSequence text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * PRIME;
        return mix(hash);
    }

    /** Spreads what differs over all bits (the finish of MurmurHash3). */
    static long mix(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
