package org.waxwing.domain.rules.text;

import java.util.List;

/** A pattern taken apart. */
sealed interface PatternNode {
    /** A character of a set. */
    record One(CharSet set) implements PatternNode {}

    /** These, one after the other. */
    record Sequence(List<PatternNode> parts) implements PatternNode {}

    /** One of these. */
    record Choice(List<PatternNode> choices) implements PatternNode {}

    /**
     * That, some times.
     *
     * @param most -1 for no end
     */
    record Repeat(PatternNode part, int least, int most) implements PatternNode {}

    /** A place between characters. */
    record Place(PlaceKind kind) implements PatternNode {}

    /** What such a place is. */
    enum PlaceKind {
        START,
        END,
        WORD_EDGE,
        NO_WORD_EDGE
    }

    /** The longest run of characters that every match holds, at least {@code least} long; empty when there is none. */
    static String required(PatternNode root, int least) {
        var runs = new Runs();
        runs.collect(root);
        runs.end();
        return runs.best.codePointCount(0, runs.best.length()) >= least ? runs.best : "";
    }

    /** What is collected along a sequence. */
    final class Runs {
        private final StringBuilder run = new StringBuilder();
        private String best = "";

        private void collect(PatternNode node) {
            switch (node) {
                case One(var set) when set.only() >= 0 -> run.appendCodePoint(set.only());
                case One one -> end();
                case Sequence(var parts) -> parts.forEach(this::collect);
                case Place place -> {
                }
                case Choice choice -> end();
                case Repeat(var part, var least, var most) -> {
                    if (least > 0) collect(part);
                    if (least != 1 || most != 1) end();
                }
            }
        }

        private void end() {
            if (run.length() > best.length()) best = run.toString();
            run.setLength(0);
        }
    }
}
