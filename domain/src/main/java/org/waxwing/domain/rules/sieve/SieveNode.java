package org.waxwing.domain.rules.sieve;

import java.util.List;

/**
 * A command or a test, as it is written.
 *
 * @param name in lower case
 * @param tests those it has, in parentheses or without
 * @param block what stands in its braces
 * @param comment what was written before it, without the signs of comments
 */
record SieveNode(
        String name,
        List<SieveArgument> arguments,
        List<SieveNode> tests,
        List<SieveNode> block,
        String comment,
        int line,
        int lastLine) {
    /** Something said about a command or test. */
    sealed interface SieveArgument {
        /** A word behind a colon, in lower case. */
        record Tag(String name) implements SieveArgument {}

        record Count(long value) implements SieveArgument {}

        record Strings(List<String> values) implements SieveArgument {
            public Strings {
                values = List.copyOf(values);
            }
        }
    }

    SieveNode {
        arguments = List.copyOf(arguments);
        tests = List.copyOf(tests);
        block = List.copyOf(block);
    }
}
