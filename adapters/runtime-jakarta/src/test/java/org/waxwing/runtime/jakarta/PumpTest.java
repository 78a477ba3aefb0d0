package org.waxwing.runtime.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PumpTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SHORTLY = Duration.ofMillis(1);

    @Test
    void works_again_whenever_it_is_woken() throws InterruptedException {
        var rounds = new LinkedBlockingQueue<Integer>();
        var count = new AtomicInteger();
        try (var pump = new Pump("test", () -> rounds.add(count.incrementAndGet()), NEVER)) {
            pump.start(Executors.defaultThreadFactory());

            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
            pump.wake();
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void works_again_by_itself_though_the_work_failed() throws InterruptedException {
        var rounds = new CountDownLatch(3);
        Runnable failing = () -> {
            rounds.countDown();
            throw new IllegalStateException("on purpose");
        };
        try (var pump = new Pump("test", failing, SHORTLY)) {
            pump.start(Executors.defaultThreadFactory());

            assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ends_its_thread_when_closed() throws InterruptedException {
        var pump = new Pump("test", () -> {}, NEVER);
        var threads = new ArrayList<Thread>();
        pump.start(work -> {
            var thread = new Thread(work);
            threads.add(thread);
            return thread;
        });

        pump.close();

        threads.getFirst().join(10_000);
        assertThat(threads.getFirst().isAlive()).isFalse();
    }
}
