package org.waxwing.domain.rules.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.rules.text.PatternNode.PlaceKind;
import org.waxwing.domain.rules.text.Program.Step;

/**
 * Runs a {@link Program} over texts. Which steps are active together is a state; where a character leads from a state is
 * worked out when it first happens and kept, up to a limit, beyond which it is worked out each time. Characters that no
 * set of the program tells apart are one class.
 */
final class Automaton {
    private static final int MOST_STATES = 256;
    // what all states of one pattern may weigh together, in references
    private static final int MOST_KEPT = 16_384;
    private static final int ASCII = 128;

    /**
     * Where a text stands before its next character: steps to go on with, and what the last character was.
     *
     * @param after by class of character, as far as it is known; without room in a state that is not kept
     */
    private record State(
            BitSet steps, Before before, boolean found, AtomicReferenceArray<@Nullable State> after) {
        boolean isKept() {
            return after.length() > 0;
        }
    }

    private enum Before {
        NOTHING,
        WORD,
        OTHER
    }

    private record Key(BitSet steps, Before before) {}

    private final Program program;
    // the first code point of every interval in which ranges do not change
    private final int[] intervals;
    private final int[] asciiClass = new int[ASCII];
    // by step: the classes that it takes
    private final BitSet[] takes;
    private final ConcurrentMap<Key, State> states = new ConcurrentHashMap<>();
    private final State start;
    private final State foundIt;

    Automaton(Program program) {
        this.program = program;
        var boundaries = new ArrayList<Integer>();
        boundaries.add(0);
        // the one character that is of a word without being a letter or digit
        boundaries.add((int) '_');
        boundaries.add('_' + 1);
        for (var step : program.steps()) if (step instanceof Step.Take(var set)) set.addBoundaries(boundaries);
        this.intervals = new TreeSet<>(boundaries).stream().mapToInt(Integer::intValue).toArray();
        for (int c = 0; c < ASCII; c++) asciiClass[c] = classOfAny(c);
        this.takes = takes();
        this.foundIt = new State(new BitSet(), Before.OTHER, true, new AtomicReferenceArray<>(1));
        this.start = new State(entry(), Before.NOTHING, false, new AtomicReferenceArray<>(classes()));
    }

    private BitSet[] takes() {
        // repeated steps have the same set
        var known = new IdentityHashMap<CharSet, BitSet>();
        var all = new BitSet[program.steps().size()];
        for (int at = 0; at < all.length; at++)
            all[at] = program.steps().get(at) instanceof Step.Take(var set)
                    ? known.computeIfAbsent(set, this::classesOf)
                    : new BitSet();
        return all;
    }

    private BitSet classesOf(CharSet set) {
        var taken = new BitSet();
        for (int i = 0; i < classes(); i++)
            if (set.contains(intervals[i / CharSet.KINDS], 1 << (i % CharSet.KINDS))) taken.set(i);
        return taken;
    }

    private int classes() {
        return intervals.length * CharSet.KINDS;
    }

    private static BitSet entry() {
        var entry = new BitSet();
        entry.set(0);
        return entry;
    }

    private int classOfAny(int c) {
        int low = 0;
        int high = intervals.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (intervals[middle] <= c) low = middle;
            else high = middle - 1;
        }
        return low * CharSet.KINDS + Integer.numberOfTrailingZeros(CharSet.kind(c));
    }

    boolean runs(String text) {
        var state = start;
        for (int i = 0; i < text.length();) {
            int c = text.charAt(i);
            int length = 1;
            if (Character.isHighSurrogate((char) c)) {
                c = text.codePointAt(i);
                length = Character.charCount(c);
            }
            int kind = c < ASCII ? asciiClass[c] : classOfAny(c);
            var next = state.isKept() ? state.after.get(kind) : null;
            if (next == null) {
                next = advance(state, c, kind);
                if (state.isKept() && next.isKept()) state.after.set(kind, next);
            }
            if (next.found) return true;
            state = next;
            i += length;
        }
        return reaches(close(state, -1));
    }

    private State advance(State state, int c, int kind) {
        var open = close(state, c);
        if (reaches(open)) return foundIt;
        // a match may begin with any character
        var next = entry();
        for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(at + 1))
            if (takes[at].get(kind)) next.set(at + 1);
        return state(next, CharSet.isWord(c) ? Before.WORD : Before.OTHER);
    }

    private State state(BitSet steps, Before before) {
        var key = new Key(steps, before);
        var known = states.get(key);
        if (known != null) return known;
        // one too many by as many threads as come here together: no harm
        boolean full = states.size() >= Math.min(MOST_STATES, MOST_KEPT / classes());
        var made = new State(steps, before, false, new AtomicReferenceArray<>(full ? 0 : classes()));
        if (full) return made;
        return Objects.requireNonNullElse(states.putIfAbsent(key, made), made);
    }

    private boolean reaches(BitSet open) {
        return open.get(program.steps().size() - 1);
    }

    /** All steps that are reached without a character, before the character {@code c}, or -1 at the end. */
    private BitSet close(State state, int c) {
        var open = new BitSet(program.steps().size());
        var waiting = new int[program.steps().size() + 1];
        int size = 0;
        for (int at = state.steps.nextSetBit(0); at >= 0; at = state.steps.nextSetBit(at + 1)) {
            open.set(at);
            waiting[size++] = at;
            while (size > 0) {
                int here = waiting[--size];
                switch (program.steps().get(here)) {
                    case Step.Take take -> {
                    }
                    case Step.Found found -> {
                    }
                    case Step.Go(var to) -> size = visit(to, open, waiting, size);
                    case Step.Fork(var one, var other) -> {
                        size = visit(one, open, waiting, size);
                        size = visit(other, open, waiting, size);
                    }
                    case Step.Only(var kind) -> {
                        if (isAt(kind, state.before, c)) size = visit(here + 1, open, waiting, size);
                    }
                }
            }
        }
        return open;
    }

    private static int visit(int at, BitSet open, int[] waiting, int size) {
        if (open.get(at)) return size;
        open.set(at);
        waiting[size] = at;
        return size + 1;
    }

    private static boolean isAt(PlaceKind kind, Before before, int c) {
        boolean edge = (before == Before.WORD) != (c >= 0 && CharSet.isWord(c));
        return switch (kind) {
            case START -> before == Before.NOTHING;
            case END -> c < 0;
            case WORD_EDGE -> edge;
            case NO_WORD_EDGE -> !edge;
        };
    }
}
