package org.waxwing.domain.signs;

import java.text.Normalizer;

/**
 * Text in the form in which it is compared with the vocabulary: lower case without accents, everything that is neither
 * letter nor digit one space, a space at both ends. A character becomes one character at most, so that this costs no more
 * than reading.
 */
final class Folding {
    private static final char[] FOLDED = table();
    // letters that no decomposition takes apart; what matters is that text and vocabulary agree
    private static final char DROPPED = 0;

    private Folding() {}

    /** At most {@code most} characters of this text from {@code start}, folded. */
    static String of(String text, int start, int most) {
        int end = Math.min(text.length(), start + most);
        var out = new char[end - start + 2];
        int length = 0;
        out[length++] = ' ';
        for (int i = start; i < end; i++) {
            char c = folded(text.charAt(i));
            if (c == DROPPED || (c == ' ' && out[length - 1] == ' ')) continue;
            out[length++] = c;
        }
        if (out[length - 1] != ' ') out[length++] = ' ';
        return new String(out, 0, length);
    }

    static String of(String text) {
        return of(text, 0, text.length());
    }

    private static char folded(char c) {
        if (c < FOLDED.length) return FOLDED[c];
        if (isUnspaced(c)) return c >= 0xFF00 || (c >= 0x3040 && c < 0x3100) ? whole(c) : c;
        return computed(c);
    }

    /** Whether the character is written without spaces between words. */
    static boolean isUnspaced(char c) {
        return c >= 0x2E80 && (c <= 0x2FFF || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x9FFF)
                || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9D));
    }

    private static char whole(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0);
    }

    private static char computed(char c) {
        if (Character.isSurrogate(c)) return ' ';
        if (c == '\u2019' || c == '\u02bc') return DROPPED;
        int kind = Character.getType(c);
        if (kind == Character.NON_SPACING_MARK || kind == Character.FORMAT) return DROPPED;
        if (!Character.isLetterOrDigit(c)) return ' ';
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
        char lower = Character.toLowerCase(base);
        return switch (lower) {
            case 'ß' -> 's';
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ', 'ð' -> 'd';
            case 'ı' -> 'i';
            case 'æ' -> 'a';
            case 'œ' -> 'o';
            default -> lower;
        };
    }

    private static char[] table() {
        var table = new char[0x600];
        for (char c = 0; c < table.length; c++) table[c] = computed(c);
        // typed and typographic apostrophes hold words together: don't, l'ordine
        table['\''] = DROPPED;
        return table;
    }
}
