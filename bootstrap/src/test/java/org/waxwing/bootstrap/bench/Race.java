package org.waxwing.bootstrap.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The same question asked over and over, by one or by several at once. */
final class Race {
    private static final double NANOS = 1e9;

    private Race() {}

    /** Asks; the number tells which time it is. */
    @FunctionalInterface
    interface Question {
        void ask(int turn) throws Exception;
    }

    /** Asks for a while, so that what is measured afterwards is how things go on, not how they begin. */
    static void warmUp(Duration time, Question question) throws Exception {
        var watch = new Stopwatch();
        for (int turn = 0; watch.seconds() < time.toSeconds(); turn++) question.ask(turn);
    }

    /** One who asks that many times. */
    static void run(int times, Samples samples, Question question) throws Exception {
        for (int turn = 0; turn < times; turn++) samples.add(timed(question, turn));
    }

    /** Several who each ask that many times, none waiting for the others. */
    static Samples together(int users, int times, Question question) throws Exception {
        var samples = new Samples();
        try (var threads = Executors.newFixedThreadPool(users)) {
            var all = IntStream.range(0, users).<Callable<Void>>mapToObj(user -> () -> {
                for (int turn = 0; turn < times; turn++) {
                    double seconds = timed(question, user * times + turn);
                    synchronized (samples) {
                        samples.add(seconds);
                    }
                }
                return null;
            }).toList();
            for (var one : threads.invokeAll(all)) one.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
        return samples;
    }

    private static double timed(Question question, int turn) throws Exception {
        long start = System.nanoTime();
        question.ask(turn);
        return (System.nanoTime() - start) / NANOS;
    }
}
