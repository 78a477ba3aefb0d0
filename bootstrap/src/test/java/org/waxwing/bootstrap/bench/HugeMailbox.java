package org.waxwing.bootstrap.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.waxwing.bootstrap.bench.corpus.Corpus;

/** A very large mailbox with a very large message in it, and a small heap. */
final class HugeMailbox {
    private static final int HEAP_MEGABYTES = 512;
    /** About 50 MB when it is encoded. */
    private static final int FILE_BYTES = 37_000_000;
    private static final String USER = "huge";

    private final Scene scene;
    private final Report report;
    private final int messages;

    HugeMailbox(Scene scene, Report report, int messages) {
        this.scene = scene;
        this.report = report;
        this.messages = messages;
    }

    void measure() throws Exception {
        var maildir = scene.mail().mailbox(USER);
        var corpus = new Corpus(3);
        corpus.small(messages, "huge", Instant.parse("2026-06-01T12:00:00Z"), maildir::keep);
        var large = corpus.large(FILE_BYTES, Instant.parse("2026-05-01T12:00:00Z"));
        maildir.keep(large);
        scene.mail().own();
        var log = scene.target().resolve("bench-gc.log");
        Files.deleteIfExists(log);
        scene.restart(flags(log));
        var outcome = new InitialSync(scene, report).connect(USER, messages);
        var footprint = Footprint.now(scene.serverPid());
        long stored = scene.count("select count(*) from email where account_id = '" + outcome.account() + "'");
        int found = scene.api()
                .read("messages?accountId=" + outcome.account() + "&messageId=" + large.messageId())
                .getJsonArray("items")
                .size();
        boolean complete = stored == messages + 1 && found == 1;
        report.add(new Figure(
                "%,d messages and one of %d MB".formatted(messages, large.source().length / 1_000_000),
                Figure.rate(messages + 1, outcome.all()),
                "",
                "heap %d MB at most, resident %d MB".formatted(
                        Footprint.peakHeap(log), footprint.peakResidentMegabytes()),
                "-Xmx" + HEAP_MEGABYTES + "m",
                Figure.Verdict.of(complete)));
        if (!complete) report.fail("Of %d messages %d were stored.".formatted(messages + 1, stored));
        scene.api().disconnect(outcome.account());
    }

    private static List<String> flags(Path log) {
        return List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + log);
    }
}
