package org.waxwing.bootstrap.bench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Running text: words as unequally frequent as words are (Zipf), in sentences, in paragraphs. */
final class Prose {
    private static final int VOCABULARY = 24_000;
    private static final String[] ONSETS = {
            "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st",
            "t", "tr", "v", "w", "z"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    private static final String[] CODAS = {"", "", "", "n", "r", "s", "t", "l", "nd", "st", "m"};

    private final RandomGenerator random;
    private final String[] words = new String[VOCABULARY];
    private final double[] upTo = new double[VOCABULARY];

    Prose(RandomGenerator random) {
        this.random = random;
        // of its own, so that every mailbox speaks one language
        var source = new SplittableRandom(7);
        var known = new HashSet<String>();
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            words[rank] = word(source, rank, known);
            sum += 1.0 / (rank + 2.7);
            upTo[rank] = sum;
        }
    }

    String word() {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[VOCABULARY - 1]);
        return words[at < 0 ? Math.min(VOCABULARY - 1, -at - 1) : at];
    }

    String word(Language language) {
        var own = language.words();
        if (own.isEmpty()) return word();
        if (language.hasSpaces() && random.nextInt(10) < 4 && language != Language.RUSSIAN) return word();
        return own.get(random.nextInt(own.size()));
    }

    String phrase(Language language, int count) {
        var out = new ArrayList<String>();
        for (int i = 0; i < count; i++) out.add(word(language));
        return String.join(language.hasSpaces() ? " " : "", out);
    }

    /** Paragraphs of about that many words together, each without a line break in it. */
    List<String> paragraphs(Language language, int count) {
        var out = new ArrayList<String>();
        for (int left = language.hasSpaces() ? count : Math.max(4, count / 4); left > 0;) {
            int length = Math.min(left, random.nextInt(25, 70));
            out.add(paragraph(language, length));
            left -= length;
        }
        return out;
    }

    private String paragraph(Language language, int count) {
        var out = new StringBuilder();
        int untilStop = 0;
        for (int i = 0; i < count; i++) {
            var word = word(language);
            if (untilStop == 0) {
                untilStop = random.nextInt(5, 16);
                word = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            }
            if (!out.isEmpty() && language.hasSpaces()) out.append(' ');
            out.append(word);
            untilStop--;
            if (untilStop == 0 || i == count - 1) out.append(language.hasSpaces() ? "." : "。");
            else if (untilStop == 4) out.append(language.hasSpaces() ? "," : "、");
        }
        return out.toString();
    }

    private static String word(RandomGenerator source, int rank, Set<String> known) {
        while (true) {
            // frequent words are short
            int syllables = 1 + source.nextInt(rank < 200 ? 1 : rank < 3000 ? 2 : 3) + (rank < 3000 ? 0 : 1);
            var out = new StringBuilder();
            for (int i = 0; i < syllables; i++)
                out.append(any(ONSETS, source)).append(any(VOWELS, source));
            out.append(any(CODAS, source));
            if (known.add(out.toString())) return out.toString();
        }
    }

    private static String any(String[] of, RandomGenerator source) {
        return of[source.nextInt(of.length)];
    }
}
