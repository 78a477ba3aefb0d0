package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.waxwing.bootstrap.bench.corpus.Corpus;
import org.waxwing.bootstrap.local.ProgressLog;

/**
 * The command behind {@code mvn -Pbench}: starts the product and its peers, measures, prints a table, stops everything.
 * Exit code 0 also when limits are missed; 1 when something could not be measured.
 */
public final class Benchmark {
    private final Wanted wanted;
    private final ProgressLog progress = new ProgressLog(System.out, Instant.now());
    private final Report report = new Report();

    private Benchmark(Wanted wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws IOException {
        var benchmark = new Benchmark(Wanted.of(System.getenv()));
        benchmark.stopInTime();
        benchmark.run();
        benchmark.end();
    }

    private void run() {
        if (!MailServer.isInstalled()) {
            report.fail("Dovecot is not installed (Debian: dovecot-imapd, dovecot-lmtpd); nothing can be measured.");
            return;
        }
        if (!Mbsync.isInstalled()) report.note("mbsync is not installed (Debian: isync); its figures are left out.");
        try (var scene = Scene.set(wanted, progress)) {
            measure(scene);
            progress.say("Stopping.");
        } catch (Exception failure) {
            fail("The benchmark", failure);
        }
    }

    private void measure(Scene scene) {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        report.note("Load average when everything was started: %.1f.".formatted(load));
        warmUp(scene);
        if (wanted.parts().stream().anyMatch(Part::needsMailbox)) measureMailbox(scene);
        if (wanted.parts().contains(Part.SORT)) {
            part("Sorting", () -> new SortingSpeed(report).measure());
            part("Sorting again", () -> new Resorting(scene, report, wanted.resorted()).measure());
        }
        if (wanted.parts().contains(Part.HUGE))
            part("The huge mailbox", () -> new HugeMailbox(scene, report, wanted.huge()).measure());
        else
            report.note("The huge mailbox was not measured (WAXWING_BENCH_HUGE=true).");
        if (wanted.parts().contains(Part.IDLE)) {
            if (Footprint.canBeTaken())
                part("Idle accounts", () -> new IdleAccounts(scene, report, wanted.accounts()).measure(wanted.flags()));
            else
                report.note("This system has no /proc; what idle accounts take was not measured.");
        }
    }

    private void warmUp(Scene scene) {
        if (wanted.warmUp() == 0) return;
        part("Warming up with %,d messages".formatted(wanted.warmUp()), () -> {
            var maildir = scene.mail().mailbox("warm");
            new Corpus(2).realistic(wanted.warmUp(), maildir::keep);
            scene.mail().own();
            var outcome = new InitialSync(scene, report).connect("warm", wanted.warmUp());
            scene.api().disconnect(outcome.account());
        });
    }

    private void measureMailbox(Scene scene) {
        part("Initial synchronisation", () -> {
            var postbox = Postbox.filled(scene, wanted);
            report.note("The mailbox has %,d messages.".formatted(postbox.messages()));
            var outcome = new InitialSync(scene, report).measure(
                    postbox, wanted.parts().contains(Part.INITIAL), wanted.profiled());
            measureConnected(scene, postbox, outcome.account());
        });
    }

    private void measureConnected(Scene scene, Postbox postbox, String account) {
        var later = new LaterSync(scene, report, postbox, account);
        if (wanted.parts().contains(Part.PASS)) part("Nothing new", later::nothingNew);
        if (wanted.parts().contains(Part.NEW)) part("Ten new messages", later::tenNew);
        if (wanted.parts().contains(Part.EVENT)) part("Events", () -> {
            if (MailServer.hasLmtp()) new LiveEvents(scene, report, account).measure(postbox.user());
            else report.note("Dovecot's LMTP is not installed (Debian: dovecot-lmtpd); events were not measured.");
        });
        if (wanted.parts().contains(Part.LIST))
            part("Lists", () -> new ListSpeed(scene, report, account).measure());
        if (wanted.parts().contains(Part.OPEN))
            part("Opening", () -> new OpenSpeed(scene, report, account).measure());
        if (wanted.parts().contains(Part.PAGE))
            part("The page in a browser", () -> new PageSpeed(scene, report, account).measure());
        if (wanted.parts().contains(Part.LIST) || wanted.parts().contains(Part.OPEN))
            report.note("Roundcube's figures are of another run, with 20,000 messages in a Dovecot on two cores.");
        part("Disconnecting", () -> scene.api().disconnect(account));
    }

    /** Something that can fail without the rest. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void part(String name, Step step) {
        progress.say(name + " …");
        try {
            step.run();
        } catch (Exception failure) {
            fail(name, failure);
        }
    }

    private void fail(String name, Exception failure) {
        if (failure instanceof InterruptedException) Thread.currentThread().interrupt();
        report.fail(name + ": " + failure);
    }

    private void stopInTime() {
        var watchdog = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(wanted.limit().toSeconds());
                report.fail("Stopped after " + wanted.limit().toMinutes() + " minutes (WAXWING_BENCH_MINUTES).");
                end();
            } catch (InterruptedException | IOException nobodyIsLeft) {
                System.exit(1);
            }
        });
        watchdog.setDaemon(true);
        watchdog.start();
    }

    private void end() throws IOException {
        var table = report.table();
        var conditions = "%d processors, server JVM %s, Java %s.".formatted(
                Runtime.getRuntime().availableProcessors(),
                String.join(" ", wanted.flags()),
                Runtime.version());
        System.out.println("\n" + table + "\n" + conditions);
        var file = Path.of(System.getProperty("waxwing.target", "target")).resolve("bench.md");
        Files.writeString(file, table + "\n" + conditions + "\n");
        System.exit(report.hasFailures() ? 1 : 0);
    }
}
