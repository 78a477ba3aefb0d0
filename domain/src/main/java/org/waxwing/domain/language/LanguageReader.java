package org.waxwing.domain.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.content.QuoteSigns;

/**
 * Says in which language somebody wrote: by the writing where that is enough, else by the small words that every sentence
 * has. Looks at the first {@value #LOOKED_AT} characters, without what they repeat of others. Total, and always the same.
 */
public final class LanguageReader {
    /** All that are told apart, as tags (RFC 5646). Chinese may be told without saying in which characters. */
    public static final List<String> TAGS = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nl",
            "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "zh", "zh-Hans", "zh-Hant");

    private static final int LOOKED_AT = 4_000;
    private static final int FEWEST_WORDS = 8;
    private static final double LEAST = 1.9;
    private static final double LEAST_SHARE = 0.08;
    private static final double LEAD = 1.35;
    // so many words that no other language has make a sentence of another among these
    private static final int SENTENCE = 3;
    private static final int OF_TWO = 3;

    private LanguageReader() {}

    /** The tag of the language; nothing when the text is too short, or mixed, or none of those. */
    public static Optional<String> of(String text) {
        var own = own(text);
        return switch (Script.of(own)) {
            case NONE -> Optional.empty();
            case HAN -> Optional.of(Characters.chinese(own));
            case JAPANESE -> Optional.of("ja");
            case HANGUL -> Optional.of("ko");
            case GREEK -> Optional.of("el");
            case HEBREW -> Optional.of("he");
            case THAI -> Optional.of("th");
            case LATIN -> spoken(own, SmallWords.LATIN);
            case CYRILLIC -> spoken(own, SmallWords.CYRILLIC);
            case ARABIC -> spoken(own, SmallWords.ARABIC);
            case DEVANAGARI -> spoken(own, SmallWords.DEVANAGARI);
        };
    }

    /** What the writer says, without addresses of the web and what stands below. */
    private static String own(String text) {
        var start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        var own = new StringBuilder(start.length());
        for (var line : start.lines().toList()) {
            if (line.startsWith(">")) continue;
            if (line.startsWith("-") && QuoteSigns.beginsOldMail(line)) break;
            for (var word : line.split("\\s+", -1)) {
                boolean address = word.indexOf('@') >= 0 || word.contains("://") || word.startsWith("www.");
                if (!address) own.append(word).append(' ');
            }
        }
        return own.toString();
    }

    private static Optional<String> spoken(String text, SmallWords known) {
        var words = words(text);
        if (words.size() < FEWEST_WORDS) return Optional.empty();
        var scores = new SmallWords.Scores();
        for (var word : words) known.weigh(word, scores);
        var found = scores.inOrder();
        if (found.isEmpty()) return Optional.empty();
        var best = found.getFirst();
        boolean sure = best.weight() >= LEAST && best.weight() >= LEAST_SHARE * words.size();
        for (var other : found.subList(1, found.size())) {
            boolean near = best.weight() < LEAD * other.weight();
            boolean both = other.alone() >= SENTENCE && other.alone() * OF_TWO >= best.alone();
            if (near || both) return Optional.empty();
        }
        return sure ? Optional.of(best.language()) : Optional.empty();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isOfWord(text.charAt(end))) end++;
            if (end > i) words.add(SmallWords.folded(text.substring(i, end)));
            i = end + 1;
        }
        return words;
    }

    private static boolean isOfWord(char c) {
        if (Character.isLetter(c)) return true;
        int kind = Character.getType(c);
        return kind == Character.NON_SPACING_MARK || kind == Character.COMBINING_SPACING_MARK;
    }
}
