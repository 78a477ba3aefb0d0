package org.waxwing.web.faces;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.waxwing.domain.identity.EmailAddress;

/**
 * The round picture of a person: initials on a colour that stays theirs. Nothing is looked up elsewhere.
 *
 * @param initials one or two characters
 * @param hue which of the {@value #HUES} colours, from 0
 */
public record Avatar(String initials, int hue) {
    private static final int HUES = 12;
    private static final int SPREAD = 0x9E37_79B1;
    private static final Avatar NOBODY = new Avatar("?", 0);

    /** The picture of whoever has this address. */
    public static Avatar of(EmailAddress person) {
        var words = words(person);
        if (words.isEmpty()) return NOBODY;
        // the hash alone gives neighbours in the alphabet neighbouring colours
        int hue = Math.floorMod((person.key().hashCode() * SPREAD) >>> 8, HUES);
        return new Avatar(initials(words), hue);
    }

    private static List<String> words(EmailAddress person) {
        var named = split(person.name().onOneLine().value(), "[^\\p{L}\\p{N}'’]+");
        if (!named.isEmpty()) return named;
        var address = person.address();
        int at = address.lastIndexOf('@');
        return split(at < 0 ? address : address.substring(0, at), "[^\\p{L}\\p{N}]+");
    }

    private static List<String> split(String text, String separator) {
        return Stream.of(text.split(separator)).filter(word -> !word.isEmpty()).toList();
    }

    private static String initials(List<String> words) {
        var latin = words.stream().filter(word -> !isIdeographic(word)).toList();
        if (latin.isEmpty()) return first(words.getFirst());
        return latin.size() == 1 ? first(latin.getFirst()) : first(latin.getFirst()) + first(latin.getLast());
    }

    private static boolean isIdeographic(String word) {
        int first = word.codePointAt(0);
        return Character.isIdeographic(first)
                || Character.UnicodeScript.of(first) == Character.UnicodeScript.HANGUL
                || Character.UnicodeScript.of(first) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(first) == Character.UnicodeScript.KATAKANA;
    }

    private static String first(String word) {
        return Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
