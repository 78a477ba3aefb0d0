package org.waxwing.runtime.jakarta;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does one piece of work again and again on a thread of its own: at once whenever it is woken, and by itself after a
 * while, so that a lost wake-up only delays it.
 */
public class Pump implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Pump.class);

    // while the database is away, a short pause would fill the log
    private static final int LONGER = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final Semaphore wakeUps = new Semaphore(0);
    private final String name;
    private final Runnable work;
    private final Duration pause;
    private volatile boolean closed;

    /**
     * A pump that is not running yet.
     *
     * @param pause how long to rest at most
     */
    public Pump(String name, Runnable work, Duration pause) {
        this.name = name;
        this.work = work;
        this.pause = pause;
    }

    /** Begins to work on a thread of {@code threads}. */
    public void start(ThreadFactory threads) {
        var thread = threads.newThread(this::run);
        thread.setName("waxwing-" + name);
        thread.start();
    }

    /** Makes it work soon. Never blocks. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) wakeUps.release();
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void run() {
        while (!closed) {
            var rest = pause;
            try {
                work.run();
            } catch (RuntimeException e) {
                // the work is tried again after the pause; its cause must not be lost meanwhile
                LOG.warnf(e, "%s failed and will be tried again", name);
                rest = afterFailure();
            }
            rest(rest);
        }
    }

    private Duration afterFailure() {
        if (pause.compareTo(LONG_ENOUGH) >= 0) return pause;
        var longer = pause.multipliedBy(LONGER);
        return longer.compareTo(LONG_ENOUGH) < 0 ? longer : LONG_ENOUGH;
    }

    private void rest(Duration pause) {
        try {
            if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) wakeUps.drainPermits();
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }
}
