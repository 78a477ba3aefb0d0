package org.waxwing.domain.rules.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Many texts that are searched in one together, in one pass (Aho and Corasick, 1975). Every text found is told once,
 * however often it is there, so that a message of many repetitions takes no longer.
 */
final class Needles {
    /** Nothing is searched. */
    static final Needles NONE = new Needles(List.of());

    private static final int ASCII = 128;
    // up to so many entries every step is looked up in a table
    private static final int MOST_IN_TABLE = 1 << 17;

    // the characters that the needles have, in order, and where those of ASCII stand there, counted from 1
    private final char[] letters;
    private final int[] ascii = new int[ASCII];
    // by state: the characters it goes on with, and where to
    private final char[][] keys;
    private final int[][] targets;
    // where to go on when nothing fits
    private final int[] fallback;
    // the first state on that way, itself included, at which a needle ends, and the next one behind that
    private final int[] hit;
    private final int[] output;
    private final int[][] ends;
    // by state and letter, 0 for no letter; empty when it would be too large
    private final int[] table;

    /** @param needles none of them empty; known by their position */
    Needles(List<String> needles) {
        var trie = new Trie(needles);
        int size = trie.after.size();
        this.letters = trie.letters();
        for (int i = 0; i < letters.length && letters[i] < ASCII; i++) ascii[letters[i]] = i + 1;
        this.keys = new char[size][];
        this.targets = new int[size][];
        this.ends = new int[size][];
        for (int state = 0; state < size; state++) {
            var after = trie.after.get(state);
            keys[state] = new char[after.size()];
            targets[state] = new int[after.size()];
            int i = 0;
            for (var entry : after.entrySet()) {
                keys[state][i] = entry.getKey();
                targets[state][i++] = entry.getValue();
            }
            ends[state] = trie.ends.get(state).stream().mapToInt(Integer::intValue).toArray();
        }
        this.fallback = new int[size];
        this.hit = new int[size];
        this.output = new int[size];
        link();
        boolean small = (long) size * (letters.length + 1) <= MOST_IN_TABLE;
        this.table = small ? new int[size * (letters.length + 1)] : new int[0];
        if (small) fill();
    }

    /** The needles, put together by what they begin with. */
    private static final class Trie {
        private final List<Map<Character, Integer>> after = new ArrayList<>();
        private final List<List<Integer>> ends = new ArrayList<>();

        Trie(List<String> needles) {
            grow();
            for (int number = 0; number < needles.size(); number++) {
                var needle = needles.get(number);
                if (needle.isEmpty()) throw new IllegalArgumentException("Nothing is in everything");
                int state = 0;
                for (int i = 0; i < needle.length(); i++)
                    state = after.get(state).computeIfAbsent(needle.charAt(i), it -> grow());
                ends.get(state).add(number);
            }
        }

        private int grow() {
            after.add(new TreeMap<>());
            ends.add(new ArrayList<>());
            return after.size() - 1;
        }

        char[] letters() {
            var all = new BitSet();
            after.forEach(it -> it.keySet().forEach(all::set));
            var letters = new char[all.cardinality()];
            int i = 0;
            for (int c = all.nextSetBit(0); c >= 0; c = all.nextSetBit(c + 1)) letters[i++] = (char) c;
            return letters;
        }
    }

    private void link() {
        var waiting = new ArrayDeque<Integer>();
        for (int target : targets[0]) waiting.add(target);
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            output[state] = hit[fallback[state]];
            hit[state] = ends[state].length > 0 ? state : output[state];
            for (int i = 0; i < keys[state].length; i++) {
                int next = targets[state][i];
                fallback[next] = walk(fallback[state], keys[state][i]);
                waiting.add(next);
            }
        }
    }

    private void fill() {
        for (int state = 0; state < keys.length; state++)
            for (int i = 0; i < letters.length; i++)
                table[state * (letters.length + 1) + i + 1] = walk(state, letters[i]);
    }

    private int walk(int from, char c) {
        int state = from;
        while (true) {
            int at = Arrays.binarySearch(keys[state], c);
            if (at >= 0) return targets[state][at];
            if (state == 0) return 0;
            state = fallback[state];
        }
    }

    private int letter(char c) {
        if (c < ASCII) return ascii[c];
        return c > letters[letters.length - 1] ? 0 : Math.max(0, Arrays.binarySearch(letters, c) + 1);
    }

    /** Tells the number of each needle that is in {@code text}, each once. */
    void find(String text, IntConsumer found) {
        if (letters.length == 0) return;
        int width = letters.length + 1;
        var told = new BitSet(keys.length);
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = table.length > 0 ? table[state * width + letter(c)] : walk(state, c);
            // whatever ends on the way behind a state was told with it
            for (int at = hit[state]; at != 0 && !told.get(at); at = output[at]) {
                told.set(at);
                for (int number : ends[at]) found.accept(number);
            }
        }
    }
}
