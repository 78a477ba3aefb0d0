package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A mailbox that is there already is synchronised again: with nothing new, and with ten new messages. */
final class LaterSync {
    private static final int PASSES = 10;
    private static final int ROUNDS = 5;
    private static final int NEW = 10;
    private static final Duration TIGHT = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene;
    private final Report report;
    private final Postbox postbox;
    private final String account;
    private final @Nullable Mbsync peer;

    LaterSync(Scene scene, Report report, Postbox postbox, String account) {
        this.scene = scene;
        this.report = report;
        this.postbox = postbox;
        this.account = account;
        this.peer = postbox.peer();
    }

    void nothingNew() throws Exception {
        if (peer != null) peer.pull();
        pass();
        var ours = new Samples();
        var theirs = new Samples();
        for (int i = 0; i < PASSES; i++) {
            ours.add(pass());
            if (peer != null) theirs.add(peer.pull());
        }
        compare("a pass with nothing new, median of " + PASSES, ours, theirs, 1.2);
    }

    void tenNew() throws Exception {
        if (peer != null) peer.pull();
        var finder = Finder.of(scene.api(), account);
        var ours = new Samples();
        var theirs = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            var word = "tenfresh" + (char) ('a' + round);
            pass();
            deliver(word, round);
            var watch = new Stopwatch();
            scene.api().requestSync(account);
            ours.add(watch.until("Finding ten new messages", TIGHT, PATIENCE, () -> finder.count(word) == NEW));
            if (peer != null) theirs.add(peer.pull());
        }
        compare(NEW + " new messages " + finder.way() + ", median of " + ROUNDS, ours, theirs, 2);
    }

    private void compare(String what, Samples ours, Samples theirs, double limit) {
        var figure = Figure.seconds(ours.median());
        if (peer == null) {
            report.add(Figure.noted(what, figure, "mbsync is not installed"));
            return;
        }
        report.add(Figure.atMost(
                what,
                figure,
                "mbsync: " + Figure.seconds(theirs.median()),
                ours.median() / theirs.median(),
                limit));
    }

    /** Asks for a synchronisation; returns the seconds until it was through. */
    private double pass() throws Exception {
        var api = scene.api();
        await(api, "idle");
        int before = api.sync(account).getInt("passes");
        var watch = new Stopwatch();
        api.requestSync(account);
        return watch.until("A pass", TIGHT, PATIENCE, () -> api.sync(account).getInt("passes") > before);
    }

    private void await(Api api, String phase) throws Exception {
        new Stopwatch().until(
                "Quiet", TIGHT, PATIENCE, () -> api.sync(account).getString("phase").equals(phase));
    }

    private void deliver(String word, int round) throws IOException {
        var prepared = new ArrayList<Path>();
        for (var letter : Postbox.fresh(NEW, word, 1_000 + round)) {
            var file = postbox.maildir().prepare(letter);
            scene.mail().own(file);
            prepared.add(file);
        }
        postbox.maildir().deliver(prepared);
    }
}
