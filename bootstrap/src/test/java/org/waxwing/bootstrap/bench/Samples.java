package org.waxwing.bootstrap.bench;

import java.util.ArrayList;
import java.util.List;

/** Durations of the same thing, in seconds. */
final class Samples {
    private final List<Double> sorted = new ArrayList<>();

    void add(double seconds) {
        sorted.add(seconds);
        sorted.sort(null);
    }

    int size() {
        return sorted.size();
    }

    double median() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }

    double longest() {
        return at(1);
    }

    /** The smallest that so large a part of all do not exceed. */
    private double at(double part) {
        if (sorted.isEmpty()) throw new IllegalStateException("Nothing was measured");
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }
}
