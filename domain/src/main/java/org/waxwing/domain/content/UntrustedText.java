package org.waxwing.domain.content;

import java.util.regex.Pattern;

/**
 * Text that a stranger wrote: a subject, a display name, a body, a file name. It may hold anything, markup and
 * instructions included, and is only ever data. NUL and unpaired surrogates, which neither PostgreSQL nor UTF-8 can
 * carry, are replaced by U+FFFD on the way in.
 */
public record UntrustedText(String value) {
    // white space, control characters, and what has no width or turns the direction of writing
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\s\\p{Cc}\\p{Z}\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]+");

    /** No text at all. */
    public static final UntrustedText EMPTY = new UntrustedText("");

    public UntrustedText {
        value = storable(value);
    }

    /** Whether nothing but white space was written. */
    public boolean isBlank() {
        return value.isBlank();
    }

    /** At most {@code codePoints} code points of this text from its start, never cut inside a character. */
    public UntrustedText clipped(int codePoints) {
        if (value.length() <= codePoints || value.codePointCount(0, value.length()) <= codePoints) return this;
        return new UntrustedText(value.substring(0, value.offsetByCodePoints(0, codePoints)));
    }

    /**
     * This text on one line: every run of white space, control characters and characters without width, among them those
     * that turn the direction of writing, becomes one space.
     */
    public UntrustedText onOneLine() {
        return new UntrustedText(UNSEEN.matcher(value).replaceAll(" ").strip());
    }

    private static String storable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean bad = c == 0 || (Character.isSurrogate(c) && !pair);
            if (bad && clean == null) clean = new StringBuilder(text.length()).append(text, 0, i);
            if (clean != null) clean.append(bad ? '\uFFFD' : c);
            if (pair) {
                i++;
                if (clean != null) clean.append(text.charAt(i));
            }
        }
        return clean == null ? text : clean.toString();
    }
}
