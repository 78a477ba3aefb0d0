package org.waxwing.bootstrap.demo.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Numbers that look like chance but follow from the seed and a text alone (64-bit FNV-1a, then a mixing step). */
record Fingerprint(long seed) {
    long of(String text) {
        long hash = 0xcbf29ce484222325L ^ (seed * 0x9E3779B97F4A7C15L);
        for (byte octet : text.getBytes(UTF_8)) {
            hash ^= octet & 0xFF;
            hash *= 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }

    /** Below {@code bound}, never negative. */
    int below(int bound, String text) {
        return (int) Long.remainderUnsigned(of(text), bound);
    }

    String hex(String text) {
        return String.format(Locale.ROOT, "%016x", of(text));
    }
}
