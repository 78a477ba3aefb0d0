package org.waxwing.domain.signs;

/**
 * The fingerprint of the form from which a program made a message. Messages of one form have equal ones where only
 * numbers, names, dates, amounts and addresses differ, and near ones where rows or paragraphs do: {@link #isSameKindAs}
 * tells. Only meaningful among messages of one sender. What somebody wrote by hand has none. Stored as text; its
 * calculation never changes, or everything stored is void.
 *
 * @param shape near for those of one structure
 * @param wording near for those with the same constant words; its last three bits tell what the words are about and
 *     whether there is HTML
 */
public record Template(long shape, long wording) {
    /** Of a message that was made from no form. */
    public static final Template NONE = new Template(0, 0);

    private static final int ABOUT = 3;
    private static final int HTML = 4;
    private static final int FLAGS = 3;
    private static final int SAME_SHAPE = 5;
    private static final int LIKE_SHAPE = 12;
    private static final int LIKE_WORDING = 14;
    private static final int DIGITS = 32;

    /** What the words of a form are about, as far as that keeps forms apart that look alike. */
    enum About {
        /** Nothing in particular. */
        UNKNOWN(0),
        /** Papers: orders, bills, notices. */
        RECORDS(1),
        /** News and offers. */
        READING(2);

        private final int flag;

        About(int flag) {
            this.flag = flag;
        }
    }

    static Template of(long shape, long wording, About about, boolean html) {
        long flags = about.flag | (html ? HTML : 0);
        // the empty form is one, too, and must not be taken for none
        return new Template(shape, (wording & -1L << FLAGS) | flags | (html ? 0 : 1L << FLAGS));
    }

    /** Whether the message was made from a form. */
    public boolean isMeaningful() {
        return !equals(NONE);
    }

    /** Whether both were made from the same form, provided that they are of one sender. */
    public boolean isSameKindAs(Template other) {
        if (!isMeaningful() || !other.isMeaningful()) return false;
        if (equals(other)) return true;
        if (((wording ^ other.wording) & HTML) != 0) return false;
        if (about() != 0 && other.about() != 0 && about() != other.about()) return false;
        int words = Long.bitCount((wording ^ other.wording) >>> FLAGS);
        if ((wording & HTML) == 0) return words <= LIKE_WORDING;
        int shapes = Long.bitCount(shape ^ other.shape);
        return shapes <= SAME_SHAPE || (shapes <= LIKE_SHAPE && words <= LIKE_WORDING);
    }

    private int about() {
        return (int) wording & ABOUT;
    }

    /** As 32 hexadecimal digits; empty for {@link #NONE}. */
    public String hex() {
        return isMeaningful() ? "%016x%016x".formatted(shape, wording) : "";
    }

    /**
     * What {@link #hex} wrote.
     *
     * @throws IllegalArgumentException it cannot have written this
     */
    public static Template parse(String hex) {
        if (hex.isEmpty()) return NONE;
        if (hex.length() != DIGITS)
            throw new IllegalArgumentException("A fingerprint has " + DIGITS + " digits: " + hex.length());
        return new Template(
                Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, DIGITS, 16));
    }
}
