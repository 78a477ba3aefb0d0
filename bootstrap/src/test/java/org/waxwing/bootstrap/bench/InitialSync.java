package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A mailbox is connected: when its first page can be read, and when all of it is stored and can be found. */
final class InitialSync {
    private static final Duration TIGHT = Duration.ofMillis(15);
    private static final Duration CALM = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PAGE = 50;

    private final Scene scene;
    private final Report report;

    InitialSync(Scene scene, Report report) {
        this.scene = scene;
        this.report = report;
    }

    /**
     * How long it took.
     *
     * @param firstPage seconds until the first page was there
     * @param all seconds until everything was
     */
    record Outcome(String account, double firstPage, double all) {}

    /** Connects a mailbox and returns when all of it is there. */
    Outcome connect(String user, int messages) throws Exception {
        var api = scene.api();
        var account = api.connect(user, scene.mail().imapPort());
        var watch = new Stopwatch();
        int page = Math.min(PAGE, messages);
        double firstPage = watch.until("The first page", TIGHT, PATIENCE, () -> rows(api, account) >= page);
        double all = watch.until("The first synchronisation", CALM, PATIENCE, () -> isComplete(api, account));
        return new Outcome(account, firstPage, all);
    }

    /** Measures it for a mailbox and, when {@code compared}, holds it against the peer and the database. */
    Outcome measure(Postbox postbox, boolean compared, boolean profiled) throws Exception {
        scene.settle();
        var profile = profiled ? Profile.begin(scene.serverPid()) : null;
        var outcome = connect(postbox.user(), postbox.messages());
        end(profile);
        long stored = scene.count("select count(*) from email where account_id = '" + outcome.account() + "'");
        if (stored != postbox.messages())
            report.fail("Of " + postbox.messages() + " messages " + stored + " were stored.");
        if (compared) compare(postbox, outcome);
        return outcome;
    }

    private void compare(Postbox postbox, Outcome outcome) throws Exception {
        int messages = postbox.messages();
        var ours = Figure.rate(messages, outcome.all());
        report.add(new Figure(
                "first " + PAGE + " messages visible",
                Figure.seconds(outcome.firstPage()),
                "",
                Figure.seconds(outcome.firstPage()),
                "<= 500 ms",
                Figure.Verdict.of(outcome.firstPage() <= 0.5)));
        var peer = postbox.peer();
        if (peer == null) {
            report.add(Figure.noted("initial synchronisation", ours, "mbsync is not installed"));
        } else {
            double theirs = peer.pull();
            report.add(Figure.atLeast(
                    "initial synchronisation",
                    ours,
                    "mbsync without fsync: " + Figure.rate(messages, theirs),
                    theirs / outcome.all(),
                    0.65));
        }
        var limit = StoreLimit.measure(scene, outcome.account());
        report.add(Figure.atLeast(
                "initial synchronisation",
                ours,
                "plain SQL, " + limit.rows() + " rows: " + Figure.rate(messages, limit.seconds()),
                limit.seconds() / outcome.all(),
                0.60));
    }

    private void end(@Nullable Profile profile) throws IOException, InterruptedException {
        if (profile == null) return;
        var file = scene.target().resolve("bench.jfr");
        System.out.println(profile.end(file) + "\nThe recording is " + file);
    }

    private static int rows(Api api, String account) throws IOException, InterruptedException {
        return api.read("messages?view=imbox&limit=" + PAGE + "&accountId=" + account).getJsonArray("items").size();
    }

    static boolean isComplete(Api api, String account) throws IOException, InterruptedException {
        var sync = api.sync(account);
        if (sync.getString("phase").equals("error"))
            throw new IOException("The synchronisation failed: " + sync.get("error"));
        return sync.getInt("passes") > 0 && sync.getInt("done") == sync.getInt("total");
    }
}
