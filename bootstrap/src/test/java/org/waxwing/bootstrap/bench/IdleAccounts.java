package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What a node takes for accounts that only wait for mail. */
final class IdleAccounts {
    private static final int AT_ONCE = 4;
    private static final int FIRST = 12;
    private static final int SETTLE_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long MEGABYTES = 300;
    private static final int THREADS = 40;

    private final Scene scene;
    private final Report report;
    private final int count;

    IdleAccounts(Scene scene, Report report, int count) {
        this.scene = scene;
        this.report = report;
        this.count = count;
    }

    void measure(List<String> flags) throws Exception {
        for (int i = 0; i < count + FIRST; i++) {
            var mailbox = scene.mail().mailbox(user(i));
            for (var letter : Postbox.fresh(1, "idle", 10_000 + i)) mailbox.keep(letter);
        }
        scene.mail().own();
        scene.restart(flags);
        // what the first accounts load and warm up is not theirs
        var first = connect(0, FIRST);
        await(first);
        disconnect(first);
        var none = settled();
        var watch = new Stopwatch();
        var accounts = connect(FIRST, FIRST + count);
        await(accounts);
        report.note(
                "%d accounts were connected and watched after %s.".formatted(count, Figure.seconds(watch.seconds())));
        var all = settled();
        compare(none, all);
        disconnect(accounts);
    }

    private void compare(Footprint none, Footprint all) {
        long heap = all.heapMegabytes() - none.heapMegabytes();
        long resident = all.residentMegabytes() - none.residentMegabytes();
        int threads = all.threads() - none.threads();
        report.add(new Figure(
                count + " idle accounts, memory",
                "heap %d MB, resident %d MB".formatted(all.heapMegabytes(), all.residentMegabytes()),
                "none: heap %d MB, resident %d MB".formatted(none.heapMegabytes(), none.residentMegabytes()),
                "heap %+d MB, resident %+d MB".formatted(heap, resident),
                "< 300 MB more",
                Figure.Verdict.of(Math.max(heap, resident) < MEGABYTES)));
        report.add(new Figure(
                count + " idle accounts, threads",
                Integer.toString(all.threads()),
                "none: " + none.threads(),
                "%+d".formatted(threads),
                "< 40 more",
                Figure.Verdict.of(threads < THREADS)));
    }

    /** What the server takes when it has come to rest. */
    private Footprint settled() throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        return Footprint.afterCollection(scene.serverPid());
    }

    private List<String> connect(int from, int to) throws Exception {
        var work = new ArrayList<Callable<String>>();
        for (int i = from; i < to; i++) {
            var user = user(i);
            work.add(() -> scene.api().connect(user, scene.mail().imapPort()));
        }
        return all(work);
    }

    private void await(List<String> accounts) throws Exception {
        var watch = new Stopwatch();
        var work = new ArrayList<Callable<Double>>();
        for (var account : accounts)
            work.add(() -> watch.until("Watching all accounts", Duration.ofMillis(500), PATIENCE, () -> {
                var sync = scene.api().sync(account);
                return sync.getBoolean("watch") && sync.getInt("passes") > 0;
            }));
        all(work);
    }

    private void disconnect(List<String> accounts) throws Exception {
        var work = new ArrayList<Callable<String>>();
        for (var account : accounts)
            work.add(() -> {
                scene.api().disconnect(account);
                return account;
            });
        all(work);
    }

    private static <T> List<T> all(List<Callable<T>> work) throws IOException, InterruptedException {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var out = new ArrayList<T>();
            try {
                for (var done : workers.invokeAll(work)) out.add(done.get());
            } catch (ExecutionException failure) {
                throw new IOException(String.valueOf(failure.getCause()), failure.getCause());
            }
            return out;
        }
    }

    private static String user(int number) {
        return "idle" + number;
    }
}
