package org.waxwing.persistence.jpa;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Brings two transactions to the point where they meet. */
final class Waiting {
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private Waiting() {}

    /** Does {@code work} in a thread of its own. */
    static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
    }

    static void on(CountDownLatch latch) {
        try {
            if (!latch.await(AT_MOST.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("Nobody came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Returns when some transaction stands before a lock that another one holds. */
    static void untilSomebodyWaitsForALock() {
        var end = Instant.now().plus(AT_MOST);
        while (TestDatabase.value("select count(*) from pg_locks where not granted").equals("0"))
            if (Instant.now().isAfter(end)) throw new AssertionError("Nobody waits");
    }
}
