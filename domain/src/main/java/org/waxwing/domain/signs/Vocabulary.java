package org.waxwing.domain.signs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases by which kinds of mail are known, read from {@code vocabulary/<language>.txt}: lines of
 * {@code group: phrase | phrase}, where {@code *} at an end of a phrase lets the word go on there, and writing without
 * spaces is found anywhere. All languages are looked for at once, as nobody says which one a message speaks.
 */
@SuppressWarnings("EnumOrdinal") // arrays by constant: counted for every phrase of every message
final class Vocabulary {
    static final List<String> LANGUAGES = List.of(
            "en", "de", "zh", "fr", "es", "it", "nl", "pl", "pt", "tr", "ru", "ja");
    private static final Wording[] KINDS = Wording.values();
    private static final PhraseFinder FINDER = new PhraseFinder(all());

    private Vocabulary() {}

    /** Counts in a folded text what of the vocabulary stands in it. */
    static Found in(String folded) {
        var found = new Found();
        FINDER.scan(folded, found);
        return found;
    }

    /** How often each group was found, and where first and last. */
    static final class Found implements PhraseFinder.Listener {
        private final int[] counts = new int[KINDS.length];
        private final int[] firsts = new int[KINDS.length];
        private final int[] lasts = new int[KINDS.length];

        @Override
        public void found(int kind, int end) {
            if (counts[kind]++ == 0) firsts[kind] = end;
            lasts[kind] = end;
        }

        /** Whether nothing was found. */
        boolean isEmpty() {
            for (int count : counts) if (count > 0) return false;
            return true;
        }

        int count(Wording wording) {
            return counts[wording.ordinal()];
        }

        boolean has(Wording wording) {
            return count(wording) > 0;
        }

        /** Whether it was found before that index. */
        boolean hasBefore(Wording wording, int end) {
            return has(wording) && firsts[wording.ordinal()] <= end;
        }

        /** Whether it was found behind that index. */
        boolean hasAfter(Wording wording, int start) {
            return has(wording) && lasts[wording.ordinal()] > start;
        }
    }

    private static Map<String, Integer> all() {
        var phrases = new HashMap<String, Integer>();
        for (var language : LANGUAGES)
            for (var line : lines("vocabulary/" + language + ".txt")) {
                int colon = line.indexOf(':');
                int kind = Wording.named(line.substring(0, colon).strip()).ordinal();
                for (var phrase : line.substring(colon + 1).split("\\|", -1))
                    phrases.putIfAbsent(sought(phrase.strip()), kind);
            }
        return phrases;
    }

    /** A phrase with the spaces that end words, unless they may go on. */
    private static String sought(String phrase) {
        var folded = Folding.of(phrase).strip();
        if (folded.isEmpty()) throw new IllegalArgumentException("No phrase: " + phrase);
        boolean open = phrase.startsWith("*") || Folding.isUnspaced(folded.charAt(0));
        boolean goesOn = phrase.endsWith("*") || Folding.isUnspaced(folded.charAt(folded.length() - 1));
        return (open ? "" : " ") + folded + (goesOn ? "" : " ");
    }

    /** The lines of a resource beside this class that say something. */
    static List<String> lines(String name) {
        var resource = Vocabulary.class.getResourceAsStream(name);
        if (resource == null) throw new IllegalStateException("Missing: " + name);
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(it -> !it.isEmpty() && !it.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
