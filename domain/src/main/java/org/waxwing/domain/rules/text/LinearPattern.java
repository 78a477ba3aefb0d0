package org.waxwing.domain.rules.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.rules.text.PatternNode.One;
import org.waxwing.domain.rules.text.PatternNode.Place;
import org.waxwing.domain.rules.text.PatternNode.PlaceKind;
import org.waxwing.domain.rules.text.PatternNode.Repeat;
import org.waxwing.domain.rules.text.PatternNode.Sequence;

/**
 * A pattern that is searched in a time that grows with the text, whatever pattern and text are: all ways in which it could
 * go on are followed together, character by character. Only whether it is there is told, not where. May be shared between
 * threads.
 */
public final class LinearPattern {
    /** The longest pattern, in UTF-16 units. */
    public static final int LONGEST = 500;
    // each costs time for every character in the worst case
    private static final int MOST_STEPS = 500;

    private final Automaton automaton;
    private final String required;

    private LinearPattern(PatternNode root) throws PatternException {
        this.automaton = new Automaton(Program.of(root, MOST_STEPS));
        this.required = PatternNode.required(root, 2);
    }

    /**
     * A regular expression: characters, {@code .}, {@code [a-z] [^a-z]}, {@code \d \w \s} and their opposites, {@code \b \B},
     * groups, {@code |}, {@code * + ? {n,m}} greedy or not, {@code ^} and {@code $} for the ends of the text. What cannot be
     * decided in one pass (references to groups, looking ahead and behind) is refused, and so is what this does not know.
     * Letters stand for both cases.
     *
     * @throws PatternException it cannot be understood, or would take too much
     */
    public static LinearPattern regex(String pattern) throws PatternException {
        checkLength(pattern);
        return new LinearPattern(new PatternReader(Normalizer.normalize(pattern, Normalizer.Form.NFC)).read());
    }

    /**
     * A text as a whole, in which {@code *} stands for any characters, {@code ?} for one, and {@code \} before one of these
     * three for the character itself (RFC 5228 §2.7.1).
     *
     * @throws PatternException it is too long
     */
    public static LinearPattern wildcard(String value) throws PatternException {
        checkLength(value);
        var pattern = Folding.foldWhole(value);
        var parts = new ArrayList<PatternNode>(List.of(new Place(PlaceKind.START)));
        int length;
        for (int i = 0; i < pattern.length(); i += length) {
            int c = pattern.codePointAt(i);
            length = Character.charCount(c);
            if (c == '\\' && i + 1 < pattern.length()) {
                c = pattern.codePointAt(i + 1);
                length += Character.charCount(c);
                parts.add(PatternReader.literal(c));
            } else if (c == '*') parts.add(new Repeat(new One(CharSet.ANY), 0, -1));
            else parts.add(c == '?' ? new One(CharSet.ANY) : PatternReader.literal(c));
        }
        parts.add(new Place(PlaceKind.END));
        return new LinearPattern(new Sequence(List.copyOf(parts)));
    }

    /**
     * The pattern that a value of a {@link TextTest} is.
     *
     * @param operator one of the two that take patterns
     * @throws PatternException it cannot be understood, or would take too much
     */
    public static LinearPattern of(TextTest.Operator operator, String value) throws PatternException {
        return switch (operator) {
            case REGEX -> regex(value);
            case WILDCARD -> wildcard(value);
            case IS, CONTAINS, BEGINS_WITH, ENDS_WITH ->
                throw new IllegalArgumentException("No pattern: " + operator);
        };
    }

    private static void checkLength(String pattern) throws PatternException {
        if (pattern.length() > LONGEST)
            throw new PatternException("longer than " + LONGEST + " characters: " + pattern.length());
    }

    /** Characters that stand together in every text in which this is found; empty when nothing is known. */
    public String required() {
        return required;
    }

    /** Whether it is found in a text as {@link Folding} makes it. */
    public boolean isIn(String folded) {
        return automaton.runs(folded);
    }
}
