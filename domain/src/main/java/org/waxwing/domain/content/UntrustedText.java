package org.waxwing.domain.content;

/**
 * Text that a stranger wrote: a subject, a display name, a body, a file name. It may hold anything, markup and
 * instructions included, and is only ever data. NUL and unpaired surrogates, which neither PostgreSQL nor UTF-8 can
 * carry, are replaced by U+FFFD on the way in.
 */
public record UntrustedText(String value) {
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
        var line = new StringBuilder(value.length());
        boolean owed = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isUnseen(c)) owed = true;
            else {
                if (owed && !line.isEmpty()) line.append(' ');
                owed = false;
                line.append(c);
            }
        }
        var text = line.toString();
        return text.equals(value) ? this : new UntrustedText(text);
    }

    /** White space, control characters, and what has no width or turns the direction of writing. */
    private static boolean isUnseen(char c) {
        if (c < 0x80) return c <= ' ' || c == 0x7F;
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> c == '\u00ad' || c == '\u034f' || c == '\u061c' || (c >= '\u200b' && c <= '\u200f')
                    || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2060' && c <= '\u2069') || c == '\ufeff';
        };
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
