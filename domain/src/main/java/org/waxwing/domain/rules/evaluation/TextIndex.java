package org.waxwing.domain.rules.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waxwing.domain.rules.text.Folding;
import org.waxwing.domain.rules.text.LinearPattern;
import org.waxwing.domain.rules.text.PatternException;
import org.waxwing.domain.rules.text.TextTest;

/** All tests of one {@link Source}, each by a number, so that a text answers all of them at once. */
final class TextIndex {
    private static final int[] NOBODY = {};
    // what a pattern that nothing cuts short may look at
    private static final int PATTERNS_SEE = 50_000;

    /** A text and the test it belongs to. */
    private record Affix(String text, int test) {}

    /** A pattern and the test it belongs to. */
    private record Shape(LinearPattern pattern, int test) {}

    private final Map<String, int[]> exact;
    private final List<Affix> beginnings;
    private final List<Affix> ends;
    private final Needles needles;
    // by needle: the tests that it decides, and the patterns that it makes possible
    private final List<int[]> decided;
    private final List<List<Shape>> possible;
    private final List<Shape> always;

    private TextIndex(Builder built) {
        this.exact = new HashMap<>();
        built.exact.forEach((text, tests) -> exact.put(text, packed(tests)));
        this.beginnings = List.copyOf(built.beginnings);
        this.ends = List.copyOf(built.ends);
        var texts = new ArrayList<String>();
        this.decided = new ArrayList<>();
        this.possible = new ArrayList<>();
        built.needles.forEach((text, tests) -> {
            texts.add(text);
            decided.add(packed(tests));
            possible.add(List.copyOf(built.guarded.getOrDefault(text, List.of())));
        });
        this.needles = texts.isEmpty() ? Needles.NONE : new Needles(texts);
        this.always = List.copyOf(built.always);
    }

    private static int[] packed(List<Integer> tests) {
        return tests.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Adds the numbers of all tests that {@code text} passes to {@code passed}. */
    void look(String text, BitSet passed) {
        for (int test : exact.getOrDefault(text, NOBODY)) passed.set(test);
        for (var it : beginnings) if (text.startsWith(it.text)) passed.set(it.test);
        for (var it : ends) if (text.endsWith(it.text)) passed.set(it.test);
        needles.find(text, number -> {
            for (int test : decided.get(number)) passed.set(test);
            for (var shape : possible.get(number)) look(text, shape, passed);
        });
        for (var shape : always) look(text, shape, passed);
    }

    private static void look(String text, Shape shape, BitSet passed) {
        if (passed.get(shape.test)) return;
        var seen = text.length() > PATTERNS_SEE ? text.substring(0, PATTERNS_SEE) : text;
        if (shape.pattern.isIn(seen)) passed.set(shape.test);
    }

    /** Gathers tests. */
    static final class Builder {
        private final Map<String, List<Integer>> exact = new HashMap<>();
        private final List<Affix> beginnings = new ArrayList<>();
        private final List<Affix> ends = new ArrayList<>();
        private final Map<String, List<Integer>> needles = new HashMap<>();
        private final Map<String, List<Shape>> guarded = new HashMap<>();
        private final List<Shape> always = new ArrayList<>();

        /** Adds a test that is sound. */
        void add(TextTest test, int number) {
            for (var value : test.values()) switch (test.operator()) {
                case IS -> exact.computeIfAbsent(Folding.foldWhole(value), it -> new ArrayList<>()).add(number);
                case CONTAINS -> needles.computeIfAbsent(Folding.fold(value), it -> new ArrayList<>()).add(number);
                case BEGINS_WITH -> beginnings.add(new Affix(Folding.fold(value).stripLeading(), number));
                case ENDS_WITH -> ends.add(new Affix(Folding.fold(value).stripTrailing(), number));
                case WILDCARD, REGEX -> add(pattern(test.operator(), value), number);
            }
        }

        private void add(LinearPattern pattern, int number) {
            var shape = new Shape(pattern, number);
            var required = pattern.required();
            if (required.isEmpty()) {
                always.add(shape);
                return;
            }
            needles.computeIfAbsent(required, it -> new ArrayList<>());
            guarded.computeIfAbsent(required, it -> new ArrayList<>()).add(shape);
        }

        private static LinearPattern pattern(TextTest.Operator operator, String value) {
            try {
                return LinearPattern.of(operator, value);
            } catch (PatternException e) {
                throw new IllegalStateException("Rules are checked before they are compiled", e);
            }
        }

        TextIndex build() {
            return new TextIndex(this);
        }
    }
}
