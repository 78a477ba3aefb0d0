package org.waxwing.bootstrap.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.waxwing.bootstrap.bench.corpus.Corpus;

/** All mail of one person is sorted again, and each message moves, while another person reads lists. */
final class Resorting {
    private static final String SORTED = "resorted";
    private static final String READ = "reader";
    private static final int READERS_MESSAGES = 2_000;
    private static final int BEFORE = 400;
    private static final int AT_ONCE = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Scene scene;
    private final Report report;
    private final int messages;

    Resorting(Scene scene, Report report, int messages) {
        this.scene = scene;
        this.report = report;
        this.messages = messages;
    }

    void measure() throws Exception {
        var alice = scene.api();
        var bob = scene.api("bob");
        new Corpus(5).small(messages, "again", Instant.parse("2026-06-01T12:00:00Z"),
                scene.mail().mailbox(SORTED)::keep);
        new Corpus(6).realistic(READERS_MESSAGES, scene.mail().mailbox(READ)::keep);
        scene.mail().own();
        var read = connect(bob, READ);
        var sorted = connect(alice, SORTED);
        rest(alice, "Sorting after the first synchronisation");
        teach(alice, sorted);
        race(alice, bob, sorted, read);
        alice.disconnect(sorted);
        bob.disconnect(read);
    }

    private String connect(Api api, String user) throws Exception {
        var account = api.connect(user, scene.mail().imapPort());
        new Stopwatch().until("The first synchronisation", CALM, PATIENCE, () -> InitialSync.isComplete(api, account));
        return account;
    }

    private static void rest(Api api, String what) throws Exception {
        new Stopwatch().until(what, CALM, PATIENCE, () -> {
            var jobs = api.read("jobs");
            // it begins a moment after the synchronisation has ended
            return !jobs.getJsonArray("items").isEmpty() && running(jobs) == 0;
        });
    }

    private static long running(JsonObject jobs) {
        return jobs.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("state").equals("running"))
                .count();
    }

    /** Something that all of it is about, so that all of it has to move; what is there already stays for now. */
    private static void teach(Api api, String account) throws Exception {
        var latest = api.read("threads?view=all&limit=1&accountId=" + account).getJsonArray("items").getJsonObject(0);
        api.act("actions", Json.createObjectBuilder()
                .add("op", "categorize")
                .add("threadIds", Json.createArrayBuilder().add(latest.getString("id")))
                .add("category", "paper_trail")
                .add("scope", "sender")
                .add("stored", false)
                .build(), 200);
    }

    private void race(Api alice, Api bob, String sorted, String read) throws Exception {
        var list = "threads?view=imbox&limit=50&accountId=" + read;
        Race.Question question = turn -> bob.fetch(list);
        Race.warmUp(WARM_UP, question);
        scene.settle();
        var before = new Samples();
        Race.run(BEFORE, before, question);
        var during = new Samples();
        var watch = new Stopwatch();
        alice.act("sorting/runs", JsonObject.EMPTY_JSON_OBJECT, 202);
        while (running(alice.read("jobs")) > 0) {
            if (watch.seconds() > PATIENCE.toSeconds()) throw new IOException("The job does not end");
            Race.run(AT_ONCE, during, question);
        }
        double seconds = watch.seconds();
        report.add(Figure.noted(
                "sorting %,d stored messages again".formatted(messages), Figure.rate(messages, seconds),
                String.format(Locale.ROOT, "%,d stand elsewhere then", moved(sorted))));
        report.add(Figure.atMost(
                "list of 50 of somebody else meanwhile, p95 of " + during.size(), ListSpeed.spoken(during),
                "before: " + ListSpeed.spoken(before), during.p95() / before.p95(), 4));
    }

    private long moved(String account) throws Exception {
        return scene
                .count("select count(*) from email where category = 'PAPER_TRAIL' and account_id = '" + account + "'");
    }
}
