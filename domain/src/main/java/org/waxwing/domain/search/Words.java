package org.waxwing.domain.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text in the form that is compared, with their places: runs of letters and digits without accents in
 * lower case. Writing that knows no spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) is a word per
 * character, so that any part of it is found as words that follow each other.
 */
public record Words(List<Word> list) {
    // letters that no decomposition takes apart
    private static final String JOINED = "øđłħŧıæœþ";
    private static final String[] APART = {"o", "d", "l", "h", "t", "i", "ae", "oe", "th"};

    /**
     * A word.
     *
     * @param form what is compared
     * @param start where it begins in the text, in UTF-16 units
     * @param end where it ends, exclusive
     */
    public record Word(String form, int start, int end) {}

    /** Where some words stand in the text, in UTF-16 units, the end exclusive. */
    public record Place(int start, int end) {}

    public Words {
        list = List.copyOf(list);
    }

    /** The words of this text. */
    public static Words of(String text) {
        var words = new ArrayList<Word>();
        var form = new StringBuilder();
        int start = 0;
        int length;
        for (int at = 0; at < text.length(); at += length) {
            int c = text.codePointAt(at);
            length = Character.charCount(c);
            var folded = folded(c);
            if (isUnspaced(c)) {
                add(words, form, start, at);
                if (!folded.isEmpty()) words.add(new Word(folded, at, at + length));
            } else if (!folded.isEmpty()) {
                if (form.isEmpty()) start = at;
                form.append(folded);
            } else if (!isMark(c)) add(words, form, start, at);
        }
        add(words, form, start, text.length());
        return new Words(words);
    }

    private static void add(List<Word> words, StringBuilder form, int start, int end) {
        if (form.isEmpty()) return;
        words.add(new Word(form.toString(), start, end));
        form.setLength(0);
    }

    private static String folded(int c) {
        if (c < 0x80) return Character.isLetterOrDigit(c) ? String.valueOf((char) Character.toLowerCase(c)) : "";
        var whole = Character.toString(c);
        // Hangul falls apart into letters, kana lose their voice
        var parts = isUnspaced(c)
                ? Normalizer.normalize(whole, Normalizer.Form.NFKC)
                : Normalizer.normalize(whole, Normalizer.Form.NFKD);
        var folded = new StringBuilder();
        parts.codePoints()
                .filter(it -> Character.isLetterOrDigit(it) || isVowelSign(it))
                .forEach(it -> folded.append(simple(it)));
        return folded.toString();
    }

    private static String simple(int c) {
        // through capitals: ß is SS there
        var lower = Character.toString(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        int joined = lower.length() == 1 ? JOINED.indexOf(lower) : -1;
        return joined < 0 ? lower : APART[joined];
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && c <= 0x36f;
    }

    private static boolean isVowelSign(int c) {
        return Character.isAlphabetic(c) && !isMark(c);
    }

    private static boolean isUnspaced(int c) {
        if (c < 0xe00) return false;
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Where the words of {@code term} stand here one after the other, first to last. */
    public List<Place> places(SearchQuery.Term term) {
        var wanted = of(term.text()).list();
        var places = new ArrayList<Place>();
        if (wanted.isEmpty()) return places;
        for (int at = 0; at + wanted.size() <= list.size(); at++)
            if (stands(wanted, term.kind(), at))
                places.add(new Place(list.get(at).start(), list.get(at + wanted.size() - 1).end()));
        return places;
    }

    private boolean stands(List<Word> wanted, SearchQuery.Term.Kind kind, int at) {
        int last = wanted.size() - 1;
        for (int i = 0; i <= last; i++) {
            var here = list.get(at + i).form();
            var form = wanted.get(i).form();
            boolean begins = kind == SearchQuery.Term.Kind.BEGINNING && i == last;
            if (begins ? !here.startsWith(form) : !here.equals(form)) return false;
        }
        return true;
    }
}
