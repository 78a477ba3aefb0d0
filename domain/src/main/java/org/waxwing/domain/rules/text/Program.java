package org.waxwing.domain.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.rules.text.PatternNode.Choice;
import org.waxwing.domain.rules.text.PatternNode.One;
import org.waxwing.domain.rules.text.PatternNode.Place;
import org.waxwing.domain.rules.text.PatternNode.PlaceKind;
import org.waxwing.domain.rules.text.PatternNode.Repeat;
import org.waxwing.domain.rules.text.PatternNode.Sequence;

/** A pattern as steps, the way Ken Thompson wrote them: where there are two ways to go on, both are gone. */
record Program(List<Step> steps) {
    private static final int EFFORT = 20;

    /** What is done at a place of the program. Whatever says nothing else goes on with the next. */
    sealed interface Step {
        /** Takes a character of that set. */
        record Take(CharSet set) implements Step {}

        /** Goes on here and there. */
        record Fork(int one, int other) implements Step {}

        /** Goes on there. */
        record Go(int to) implements Step {}

        /** Goes on at such a place only. */
        record Only(PlaceKind kind) implements Step {}

        /** Has found it. */
        record Found() implements Step {}
    }

    Program {
        steps = List.copyOf(steps);
    }

    static Program of(PatternNode root, int most) throws PatternException {
        var writer = new Writer(most);
        writer.write(root);
        writer.add(new Step.Found());
        return new Program(writer.steps);
    }

    private static final class Writer {
        private final List<Step> steps = new ArrayList<>();
        private final int most;
        private int written;

        Writer(int most) {
            this.most = most;
        }

        int add(Step step) throws PatternException {
            if (steps.size() >= most)
                throw new PatternException("repetitions that make it longer than " + most + " steps");
            steps.add(step);
            return steps.size() - 1;
        }

        void write(PatternNode node) throws PatternException {
            // groups of nothing, repeated, make no step and could go on for ever
            if (++written > EFFORT * most) throw new PatternException("repetitions of repetitions");
            switch (node) {
                case One(var set) -> add(new Step.Take(set));
                case Place(var kind) -> add(new Step.Only(kind));
                case Sequence(var parts) -> {
                    for (var part : parts) write(part);
                }
                case Choice(var choices) -> writeChoice(choices);
                case Repeat(var part, var least, var most) -> writeRepeat(part, least, most);
            }
        }

        private void writeChoice(List<PatternNode> choices) throws PatternException {
            var ends = new ArrayList<Integer>();
            for (int i = 0; i < choices.size(); i++) {
                boolean last = i == choices.size() - 1;
                int fork = last ? -1 : add(new Step.Found());
                write(choices.get(i));
                if (last) break;
                ends.add(add(new Step.Found()));
                steps.set(fork, new Step.Fork(fork + 1, steps.size()));
            }
            for (int end : ends) steps.set(end, new Step.Go(steps.size()));
        }

        private void writeRepeat(PatternNode part, int least, int atMost) throws PatternException {
            for (int i = 0; i < least; i++) write(part);
            if (atMost < 0) {
                int fork = add(new Step.Found());
                write(part);
                add(new Step.Go(fork));
                steps.set(fork, new Step.Fork(fork + 1, steps.size()));
                return;
            }
            var forks = new ArrayList<Integer>();
            for (int i = least; i < atMost; i++) {
                forks.add(add(new Step.Found()));
                write(part);
            }
            for (int fork : forks) steps.set(fork, new Step.Fork(fork + 1, steps.size()));
        }
    }
}
