package org.waxwing.bootstrap.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line per thing that happened, with the seconds since the start. */
public final class ProgressLog {
    private final PrintStream out;
    private final Instant start;

    public ProgressLog(PrintStream out, Instant start) {
        this.out = out;
        this.start = start;
    }

    /** Prints the sentence behind the seconds. */
    public void say(String sentence) {
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        out.println(String.format(Locale.ROOT, "[%3d s] %s", seconds, sentence));
        out.flush();
    }
}
