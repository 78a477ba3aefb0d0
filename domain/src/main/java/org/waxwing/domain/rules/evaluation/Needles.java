package org.waxwing.domain.rules.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Many texts that are searched in one together, in one pass (Aho and Corasick, 1975). Every text found is told once,
 * however often it is there, so that a message of many repetitions takes no longer.
 */
final class Needles {
    private static final int ASCII = 128;
    private static final char[] NO_KEYS = {};
    private static final int[] NO_TARGETS = {};

    /** Nothing is searched. */
    static final Needles NONE = new Needles(List.of());

    private final char[][] keys;
    private final int[][] targets;
    private final int[] rootAscii = new int[ASCII];
    // where to go on when nothing fits, and the next state on that way at which a text ends
    private final int[] fallback;
    private final int[] output;
    private final int[][] ends;

    /** @param needles none of them empty; known by their position */
    Needles(List<String> needles) {
        var tries = new ArrayList<Map<Character, Integer>>();
        var endsAt = new ArrayList<List<Integer>>();
        tries.add(new TreeMap<>());
        endsAt.add(new ArrayList<>());
        for (int number = 0; number < needles.size(); number++) {
            int state = 0;
            var needle = needles.get(number);
            if (needle.isEmpty()) throw new IllegalArgumentException("Nothing is in everything");
            for (int i = 0; i < needle.length(); i++) {
                var known = tries.get(state).get(needle.charAt(i));
                if (known == null) {
                    known = tries.size();
                    tries.get(state).put(needle.charAt(i), known);
                    tries.add(new TreeMap<>());
                    endsAt.add(new ArrayList<>());
                }
                state = known;
            }
            endsAt.get(state).add(number);
        }
        int size = tries.size();
        this.keys = new char[size][];
        this.targets = new int[size][];
        this.ends = new int[size][];
        this.fallback = new int[size];
        this.output = new int[size];
        for (int state = 0; state < size; state++) {
            pack(state, tries.get(state));
            ends[state] = endsAt.get(state).stream().mapToInt(Integer::intValue).toArray();
        }
        for (int c = 0; c < ASCII; c++) rootAscii[c] = Math.max(0, target(0, (char) c));
        link();
    }

    private void pack(int state, Map<Character, Integer> after) {
        if (after.isEmpty()) {
            keys[state] = NO_KEYS;
            targets[state] = NO_TARGETS;
            return;
        }
        keys[state] = new char[after.size()];
        targets[state] = new int[after.size()];
        int i = 0;
        for (var entry : after.entrySet()) {
            keys[state][i] = entry.getKey();
            targets[state][i++] = entry.getValue();
        }
    }

    private void link() {
        var waiting = new ArrayDeque<Integer>();
        for (int target : targets[0]) waiting.add(target);
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            for (int i = 0; i < keys[state].length; i++) {
                int next = targets[state][i];
                fallback[next] = step(fallback[state], keys[state][i]);
                waiting.add(next);
            }
            output[state] = ends[fallback[state]].length > 0 ? fallback[state] : output[fallback[state]];
        }
    }

    private int step(int from, char c) {
        int state = from;
        while (state != 0) {
            int next = target(state, c);
            if (next > 0) return next;
            state = fallback[state];
        }
        return c < ASCII ? rootAscii[c] : Math.max(0, target(0, c));
    }

    private int target(int state, char c) {
        var here = keys[state];
        if (here.length <= 4) {
            for (int i = 0; i < here.length; i++) if (here[i] == c) return targets[state][i];
            return -1;
        }
        int at = Arrays.binarySearch(here, c);
        return at < 0 ? -1 : targets[state][at];
    }

    /** Tells the number of each needle that is in {@code text}, each once. */
    void find(String text, IntConsumer found) {
        if (keys.length == 1) return;
        var told = new BitSet(keys.length);
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            int at = ends[state].length > 0 ? state : output[state];
            // whatever ends on the way behind a state was told with it
            while (at != 0 && !told.get(at)) {
                told.set(at);
                for (int number : ends[at]) found.accept(number);
                at = output[at];
            }
        }
    }

    /** The numbers of equal texts under their text, for what is compared as a whole. */
    static Map<String, int[]> byText(Map<String, List<Integer>> numbers) {
        var packed = new HashMap<String, int[]>();
        numbers.forEach((text, list) -> packed.put(text, list.stream().mapToInt(Integer::intValue).toArray()));
        return packed;
    }
}
