package org.waxwing.domain.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that every sentence of a language has, and the letters that no other has, of languages with one writing: from
 * {@code words.txt}, lines of {@code writing language: words} and {@code writing language letters: letters}.
 */
final class SmallWords {
    static final SmallWords LATIN = new SmallWords("latin");
    static final SmallWords CYRILLIC = new SmallWords("cyrillic");
    static final SmallWords ARABIC = new SmallWords("arabic");
    static final SmallWords DEVANAGARI = new SmallWords("devanagari");

    private static final double LETTER = 0.5;

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<Character, String> letters = new HashMap<>();

    private SmallWords(String writing) {
        for (var line : lines()) {
            var head = line.substring(0, line.indexOf(':')).split(" ", -1);
            if (!head[0].equals(writing)) continue;
            for (var word : line.substring(line.indexOf(':') + 1).strip().split(" ", -1)) {
                if (head.length > 2) letters.put(word.charAt(0), head[1]);
                else words.computeIfAbsent(folded(word), it -> new ArrayList<>(1)).add(head[1]);
            }
        }
    }

    /** A word as it is compared. */
    static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /**
     * What speaks for a language.
     *
     * @param weight of all that does
     * @param alone how many words that no other has
     */
    record Score(String language, double weight, int alone) {
        Score with(Score other) {
            return new Score(language, weight + other.weight, alone + other.alone);
        }
    }

    /** What speaks for each. */
    static final class Scores {
        private final Map<String, Score> all = new HashMap<>();

        private void add(String language, double weight, int alone) {
            all.merge(language, new Score(language, weight, alone), Score::with);
        }

        /** The heaviest first. */
        List<Score> inOrder() {
            return all.values().stream()
                    .sorted(Comparator.comparingDouble(Score::weight).reversed().thenComparing(Score::language))
                    .toList();
        }
    }

    /** Adds what a folded word says: the less, the more languages have it. */
    void weigh(String word, Scores scores) {
        var languages = words.getOrDefault(word, List.of());
        for (var it : languages) scores.add(it, 1.0 / languages.size(), languages.size() == 1 ? 1 : 0);
        for (int i = 0; i < word.length(); i++) {
            var language = letters.get(word.charAt(i));
            if (language == null) continue;
            scores.add(language, LETTER, 0);
            return;
        }
    }

    private static List<String> lines() {
        var resource = SmallWords.class.getResourceAsStream("words.txt");
        if (resource == null) throw new IllegalStateException("Missing: words.txt");
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(it -> !it.isEmpty() && !it.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("words.txt", e);
        }
    }
}
