package org.waxwing.domain.rules.text;

import java.util.List;

/**
 * What some text has to be like: one of the values is enough. Compared is what {@link Folding} makes of both.
 *
 * @param values in the order they were written
 */
public record TextTest(Operator operator, List<String> values) {
    /** How text is compared with a value. */
    public enum Operator {
        /** It is that, but for white space around it. */
        IS,
        /** That stands in it, within words too. */
        CONTAINS,
        /** It begins with that. */
        BEGINS_WITH,
        /** It ends with that. */
        ENDS_WITH,
        /** It is like that as a whole: {@code *} stands for anything, {@code ?} for one character, {@code \} quotes. */
        WILDCARD,
        /** A part of it is like that: what {@link LinearPattern#regex} understands. */
        REGEX
    }

    public TextTest {
        values = List.copyOf(values);
    }

    /** It is one of these. */
    public static TextTest is(String... values) {
        return new TextTest(Operator.IS, List.of(values));
    }

    /** One of these stands in it. */
    public static TextTest contains(String... values) {
        return new TextTest(Operator.CONTAINS, List.of(values));
    }
}
