package org.waxwing.web.faces;

import java.text.NumberFormat;

/** Sizes of files in the words of whoever looks. */
public final class Sizes {
    private static final long KILO = 1_000;
    private static final long MEGA = KILO * KILO;
    private static final long GIGA = KILO * MEGA;
    private static final int ROUND_FROM = 10;

    private Sizes() {}

    /** {@code bytes} in the unit that keeps the number small; one decimal below ten. */
    public static String of(long bytes, Phrases phrases) {
        if (bytes < KILO) return phrases.of("size.bytes", bytes);
        if (bytes < MEGA) return phrases.of("size.kilobytes", number(bytes, KILO, phrases));
        if (bytes < GIGA) return phrases.of("size.megabytes", number(bytes, MEGA, phrases));
        return phrases.of("size.gigabytes", number(bytes, GIGA, phrases));
    }

    private static String number(long bytes, long unit, Phrases phrases) {
        double value = (double) bytes / unit;
        var format = NumberFormat.getNumberInstance(phrases.locale());
        format.setMaximumFractionDigits(value < ROUND_FROM ? 1 : 0);
        return format.format(value);
    }
}
