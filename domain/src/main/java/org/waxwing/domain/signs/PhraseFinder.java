package org.waxwing.domain.signs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all phrases in one pass over a text (Aho and Corasick, 1975). Built once and then only read.
 */
final class PhraseFinder {
    /** Is told of phrases as they are found. */
    interface Listener {
        /**
         * A phrase ends here.
         *
         * @param kind of the phrase: a number from 0 to 63
         * @param end index behind its last character
         */
        void found(int kind, int end);
    }

    private static final int EMPTY = -1;

    // edges of the trie, open addressing: state and character to the next state
    private final long[] keys;
    private final int[] targets;
    private final int[] fallback;
    private final long[] kinds;
    private final int[] first;

    /** The kinds by the phrases that tell them. */
    PhraseFinder(Map<String, Integer> phrases) {
        var edges = new ArrayList<Map<Character, Integer>>();
        var told = new ArrayList<Long>();
        grow(edges, told);
        phrases.forEach((phrase, kind) -> plant(edges, told, phrase, kind));
        fallback = new int[edges.size()];
        kinds = told.stream().mapToLong(Long::longValue).toArray();
        int size = Integer.highestOneBit(edges.size() * 2) * 2;
        keys = new long[size];
        targets = new int[size];
        first = new int[0x500];
        Arrays.fill(keys, EMPTY);
        for (int state = 0; state < edges.size(); state++)
            for (var edge : edges.get(state).entrySet()) keep(state, edge.getKey(), edge.getValue());
        for (char c = 0; c < first.length; c++) first[c] = Math.max(0, next(0, c));
        link(edges);
    }

    private static void grow(List<Map<Character, Integer>> edges, List<Long> told) {
        edges.add(new HashMap<>());
        told.add(0L);
    }

    private static void plant(
            List<Map<Character, Integer>> edges, List<Long> told, String phrase, int kind) {
        int state = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            var next = edges.get(state).get(c);
            if (next == null) {
                next = edges.size();
                edges.get(state).put(c, next);
                grow(edges, told);
            }
            state = next;
        }
        told.set(state, told.get(state) | 1L << kind);
    }

    /** Breadth first: the fallback of a state is shorter than the state. */
    private void link(List<Map<Character, Integer>> edges) {
        var queue = new ArrayDeque<Integer>(edges.getFirst().values());
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (var edge : edges.get(state).entrySet()) {
                int target = edge.getValue();
                fallback[target] = step(fallback[state], edge.getKey());
                kinds[target] |= kinds[fallback[target]];
                queue.add(target);
            }
        }
    }

    private void keep(int state, char c, int target) {
        long key = key(state, c);
        int slot = slot(key);
        while (keys[slot] != EMPTY) slot = (slot + 1) & (keys.length - 1);
        keys[slot] = key;
        targets[slot] = target;
    }

    private static long key(int state, char c) {
        return (long) state << 16 | c;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    }

    private int next(int state, char c) {
        long key = key(state, c);
        for (int slot = slot(key); keys[slot] != EMPTY; slot = (slot + 1) & (keys.length - 1))
            if (keys[slot] == key) return targets[slot];
        return EMPTY;
    }

    private int step(int from, char c) {
        int state = from;
        while (state != 0) {
            int next = next(state, c);
            if (next != EMPTY) return next;
            state = fallback[state];
        }
        return c < first.length ? first[c] : Math.max(0, next(0, c));
    }

    /** Looks through a folded text. */
    void scan(String text, Listener listener) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (long here = kinds[state]; here != 0; here &= here - 1)
                listener.found(Long.numberOfTrailingZeros(here), i + 1);
        }
    }
}
