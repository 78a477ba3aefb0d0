package org.waxwing.bootstrap.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the person at the terminal asked for.
 *
 * @param messages in the mailbox that is synchronised
 * @param warmUp messages in the mailbox that is synchronised before anything is measured; none with zero
 * @param maildir a mailbox to take instead of one of our own
 * @param flags of the server's JVM
 * @param profiled whether the first synchronisation is recorded by the JVM's flight recorder
 * @param accounts that stand idle
 * @param huge messages in the large mailbox
 * @param resorted messages in the mailbox that is sorted again
 * @param limit after which the benchmark stops by itself
 */
record Wanted(
        Set<Part> parts,
        int messages,
        int warmUp,
        @Nullable Path maildir,
        List<String> flags,
        boolean profiled,
        int accounts,
        int huge,
        int resorted,
        Duration limit) {
    private static final String PREFIX = "WAXWING_BENCH_";

    static Wanted of(Map<String, String> environment) {
        var only = environment.getOrDefault(PREFIX + "ONLY", "");
        var parts = only.isBlank() ? EnumSet.complementOf(EnumSet.of(Part.HUGE)) : Part.of(only);
        if (flag(environment, "HUGE")) parts.add(Part.HUGE);
        var maildir = environment.getOrDefault(PREFIX + "MAILDIR", "");
        return new Wanted(
                parts,
                number(environment, "MESSAGES", 20_000),
                number(environment, "WARMUP", 1_000),
                maildir.isBlank() ? null : Path.of(maildir),
                // as the image runs it, with a heap that is the same on every machine
                List.of(environment.getOrDefault(PREFIX + "JVM", "-Xmx1g -XX:+ExitOnOutOfMemoryError").split(" +")),
                flag(environment, "JFR"),
                number(environment, "ACCOUNTS", 500),
                number(environment, "HUGE_MESSAGES", 100_000),
                number(environment, "SORT_MESSAGES", 100_000),
                Duration.ofMinutes(number(environment, "MINUTES", parts.contains(Part.HUGE) ? 50 : 25)));
    }

    private static boolean flag(Map<String, String> environment, String name) {
        return environment.getOrDefault(PREFIX + name, "").equals("true");
    }

    private static int number(Map<String, String> environment, String name, int fallback) {
        var value = environment.getOrDefault(PREFIX + name, "");
        return value.isBlank() ? fallback : Integer.parseInt(value.strip());
    }
}
