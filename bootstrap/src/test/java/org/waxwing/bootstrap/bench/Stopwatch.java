package org.waxwing.bootstrap.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Seconds since it was started, and waiting by looking again and again. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private final long start = System.nanoTime();

    double seconds() {
        return secondsAt(System.nanoTime());
    }

    /** Seconds from the start to a moment of {@link System#nanoTime}. */
    double secondsAt(long moment) {
        return (moment - start) / NANOS;
    }

    /** A question whose answer changes. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws Exception;
    }

    /** Returns the seconds since the start when the answer is yes. */
    double until(String what, Duration pause, Duration atMost, Question question) throws Exception {
        while (!question.ask()) {
            if (seconds() > atMost.toSeconds())
                throw new TimeoutException(what + " took longer than " + atMost.toSeconds() + " s");
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
        return seconds();
    }
}
