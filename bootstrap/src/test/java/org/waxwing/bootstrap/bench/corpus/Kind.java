package org.waxwing.bootstrap.bench.corpus;

import java.util.random.RandomGenerator;

/** What a conversation is. */
enum Kind {
    PERSONAL(26, 2.6, 4.3, 0.8, 0.12),
    LIST(5, 4.5, 4.9, 0.8, 0.03),
    NEWSLETTER(26, 1, 6.2, 0.5, 0),
    RECEIPT(14, 1, 4.7, 0.4, 0.45),
    NOTICE(22, 1, 4.0, 0.5, 0.01),
    INVITATION(7, 1, 3.4, 0.1, 0.05);

    /** Of a hundred conversations. */
    private final int share;
    private final double meanLength;
    /** Of the natural logarithm of the number of words. */
    private final double words;
    private final double spread;
    private final double withFiles;

    Kind(int share, double meanLength, double words, double spread, double withFiles) {
        this.share = share;
        this.meanLength = meanLength;
        this.words = words;
        this.spread = spread;
        this.withFiles = withFiles;
    }

    static Kind any(RandomGenerator random) {
        int left = random.nextInt(100);
        for (var kind : values()) {
            left -= kind.share;
            if (left < 0) return kind;
        }
        return PERSONAL;
    }

    /** How many messages a conversation of this kind has. */
    int length(RandomGenerator random) {
        int length = 1;
        while (meanLength > 1 && length < 60 && random.nextDouble() < 1 - 1 / meanLength) length++;
        return length;
    }

    int words(RandomGenerator random) {
        return Math.min(3_000, 8 + (int) Math.exp(words + spread * random.nextGaussian()));
    }

    boolean hasFiles(RandomGenerator random) {
        return random.nextDouble() < withFiles;
    }

    boolean isFromMachine() {
        return this == NEWSLETTER || this == RECEIPT || this == NOTICE;
    }
}
