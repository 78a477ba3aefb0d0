package org.waxwing.domain.rules.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of code points: some ranges, and kinds of characters, or everything but those. Ranges hold the folded form of what
 * was written.
 */
final class CharSet {
    static final int LETTER = 1;
    static final int DIGIT = 2;
    static final int SPACE = 4;
    static final int OTHER = 8;
    static final int KINDS = 4;
    /** Everything. */
    static final CharSet ANY = new CharSet(List.of(), LETTER | DIGIT | SPACE | OTHER, false);
    // so many code points of a range are looked at for their other case
    private static final int CASED = 0x3000;

    /** Code points from one to another, both included. */
    record Range(int from, int to) {}

    private final List<Range> ranges;
    private final int kinds;
    private final boolean negated;

    CharSet(List<Range> ranges, int kinds, boolean negated) {
        this.ranges = List.copyOf(ranges);
        this.kinds = kinds;
        this.negated = negated;
    }

    static CharSet of(int c) {
        return new CharSet(List.of(new Range(c, c)), 0, false);
    }

    static CharSet ofKinds(int kinds, boolean negated) {
        return new CharSet((kinds & LETTER) == 0 ? List.of() : List.of(new Range('_', '_')), kinds, negated);
    }

    /** The kind of a character, as one of the bits. */
    static int kind(int c) {
        if (c < 0x80) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return LETTER;
            if (c >= '0' && c <= '9') return DIGIT;
            return Folding.isBlank(c) ? SPACE : OTHER;
        }
        if (Character.isDigit(c)) return DIGIT;
        if (Character.isLetter(c) || isMark(c)) return LETTER;
        return Folding.isBlank(c) ? SPACE : OTHER;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    static boolean isWord(int c) {
        return c == '_' || (kind(c) & (LETTER | DIGIT)) != 0;
    }

    boolean contains(int c, int kindOfIt) {
        boolean in = (kinds & kindOfIt) != 0;
        for (int i = 0; i < ranges.size() && !in; i++) in = c >= ranges.get(i).from && c <= ranges.get(i).to;
        return in != negated;
    }

    /** The one code point in it, or -1 when there are none or more. */
    int only() {
        if (negated || kinds != 0 || ranges.size() != 1) return -1;
        var range = ranges.getFirst();
        return range.from == range.to ? range.from : -1;
    }

    /** Where membership may change, for ranges. */
    void addBoundaries(List<Integer> boundaries) {
        for (var range : ranges) {
            boundaries.add(range.from);
            boundaries.add(range.to + 1);
        }
    }

    /** A range as it was written, and what its characters are when folded. */
    static List<Range> folded(int from, int to) {
        var ranges = new ArrayList<Range>();
        ranges.add(new Range(from, to));
        for (int c = from; c <= to && c - from < CASED; c++) {
            var folded = Folding.fold(Character.toString(c));
            boolean one = !folded.isEmpty() && folded.codePointCount(0, folded.length()) == 1;
            if (one && folded.codePointAt(0) != c) add(ranges, folded.codePointAt(0));
        }
        return ranges;
    }

    private static void add(List<Range> ranges, int c) {
        var last = ranges.getLast();
        if (c >= last.from && c <= last.to) return;
        if (c == last.to + 1 && ranges.size() > 1) ranges.set(ranges.size() - 1, new Range(last.from, c));
        else ranges.add(new Range(c, c));
    }
}
