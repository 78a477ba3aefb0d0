package org.waxwing.domain.rules.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which texts are compared: compatibility characters as what they stand for (NFKC), without case (ß as ss, ς
 * as σ, ı and İ as i), every run of white space one space, nothing that has no width: mail is written to get past filters
 * with such characters in the middle of words.
 */
public final class Folding {
    private Folding() {}

    /** {@code text} in that form. Space at its ends remains, as one. */
    public static String fold(String text) {
        int plain = plainLength(text);
        if (plain == text.length()) return text;
        var quick = QuickFolding.fold(text);
        return quick != null ? quick : foldAny(text);
    }

    /** As {@link #fold}, without space at the ends. */
    public static String foldWhole(String text) {
        return fold(text).strip();
    }

    /** How much of it from its start is in that form already. */
    private static int plainLength(String text) {
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || (c >= 'A' && c <= 'Z') || (c == ' ' && space)) return i;
            space = c == ' ';
        }
        return text.length();
    }

    /** By the book, whatever is in it. */
    static String foldAny(String text) {
        var usual = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        var folded = new StringBuilder(usual.length());
        boolean space = false;
        int length;
        for (int i = 0; i < usual.length(); i += length) {
            int c = usual.codePointAt(i);
            length = Character.charCount(c);
            if (isUnseen(c)) continue;
            boolean blank = isBlank(c);
            if (!blank) appendFolded(folded, c);
            else if (!space) folded.append(' ');
            space = blank;
        }
        return folded.toString();
    }

    private static void appendFolded(StringBuilder folded, int c) {
        if (c < 0x80) folded.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
        else if (hasNoCase(c)) folded.appendCodePoint(c);
        else folded.append(foldLetter(c));
    }

    /** Most of what is not Latin has none, and is not worth a detour. */
    private static boolean hasNoCase(int c) {
        return (c >= 0x2e80 && c <= 0xa63f) || (c >= 0xac00 && c <= 0xd7ff)
                || (Character.toUpperCase(c) == c && Character.toLowerCase(c) == c && c != 'ß' && c < 0xfb00);
    }

    private static String foldLetter(int c) {
        if (c == 'İ' || c == 'ı') return "i";
        // through capitals: ß is SS there, and ς is Σ; only ẞ comes back as ß
        return Character.toString(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ')
                .replace("ß", "ss");
    }

    static boolean isBlank(int c) {
        return c <= 0x20 ? c == ' ' || (c >= '\t' && c <= '\r') : c == 0x85 || Character.isSpaceChar(c);
    }

    static boolean isUnseen(int c) {
        if (c < 0x80) return (c < ' ' && !isBlank(c)) || c == 0x7f;
        return c == 0xad || c == 0x34f || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x180e;
    }
}
