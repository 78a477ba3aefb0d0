package org.waxwing.domain.rules.text;

import org.jspecify.annotations.Nullable;

/**
 * {@link Folding} for texts of characters that stand for themselves, which are most: those need no tables, and a body is
 * long. Anything that could join with what stands beside it is left to the tables.
 */
final class QuickFolding {
    private static final int UNKNOWN = -1;
    private static final int UNSEEN = -2;
    private static final int SHARP_S = -3;

    private QuickFolding() {}

    /** {@code text} folded; null when it holds a character that is not known here. */
    static @Nullable String fold(String text) {
        var folded = new StringBuilder(text.length() + 16);
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int simple = c < 0x80 ? ascii(c) : other(c);
            if (simple == UNKNOWN) return null;
            if (simple == UNSEEN) continue;
            if (simple == SHARP_S) folded.append("ss");
            else if (simple != ' ' || !space) folded.append((char) simple);
            space = simple == ' ';
        }
        return folded.toString();
    }

    private static int ascii(char c) {
        if (c >= 'A' && c <= 'Z') return c + 32;
        if (c > ' ') return c == 0x7f ? UNSEEN : c;
        return c == ' ' || (c >= '\t' && c <= '\r') ? ' ' : UNSEEN;
    }

    private static int other(char c) {
        if (c >= 0x4e00 && c <= 0x9fff) return c;
        if (c < 0x100) return latin(c);
        // Cyrillic
        if (c >= 0x400 && c <= 0x45f) return Character.toLowerCase(c);
        if (c >= 0x2000 && c < 0x3000) return punctuation(c);
        if (c >= 0x3000 && c < 0x3100) return kana(c);
        // Hangul syllables; letters that could join one are not known here
        if (c >= 0xac00 && c <= 0xd7a3) return c;
        // ASCII as wide as an ideograph
        if (c >= 0xff01 && c <= 0xff5e) return ascii((char) (c - 0xfee0));
        // most pictures
        if (c == 0xd83d || c == 0xd83e || (c >= 0xdc00 && c <= 0xdfff)) return c;
        return UNKNOWN;
    }

    private static int latin(char c) {
        if (c >= 0xc0) return c == 'ß' ? SHARP_S : Character.toLowerCase(c);
        if (c == 0xa0) return ' ';
        if (c == 0xad) return UNSEEN;
        return switch (c) {
            case '¡', '¢', '£', '¤', '¥', '¦', '§', '©', '«', '¬', '®', '°', '±', '¶', '·', '»', '¿' -> c;
            default -> UNKNOWN;
        };
    }

    private static int punctuation(char c) {
        if (Folding.isUnseen(c)) return UNSEEN;
        return switch (c) {
            case '‐', '‒', '–', '—', '―', '‘', '’', '‚', '“', '”', '„', '†', '‡', '•', '‹', '›', '€' -> c;
            default -> UNKNOWN;
        };
    }

    private static int kana(char c) {
        if (c == 0x3000) return ' ';
        boolean sign = (c >= 0x3001 && c <= 0x3003) || (c >= 0x3005 && c <= 0x3015) || c == 0x30fb || c == 0x30fc;
        boolean syllable = (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa);
        return sign || syllable ? c : UNKNOWN;
    }
}
