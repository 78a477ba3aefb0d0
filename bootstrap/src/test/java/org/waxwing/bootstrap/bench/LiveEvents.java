package org.waxwing.bootstrap.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** From a delivery at the mail server to the event that tells a browser, beside what the mail server tells by itself. */
final class LiveEvents {
    private static final int DELIVERIES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final double ALLOWED = 0.25;

    private final Scene scene;
    private final Report report;
    private final String account;

    LiveEvents(Scene scene, Report report, String account) {
        this.scene = scene;
        this.report = report;
        this.account = account;
    }

    void measure(String user) throws Exception {
        var ours = new Samples();
        var theirs = new Samples();
        new Stopwatch().until(
                "The watch", Duration.ofMillis(200), Duration.ofSeconds(60), () -> scene.api().sync(account)
                        .getBoolean("watch"));
        // pauses of no rhythm, so that nobody's timer is in step with us
        var random = new SplittableRandom(5);
        try (var line = ImapLine.signedIn(scene.mail().imapPort(), user);
                var events = new EventLine(scene.api());
                var delivery = new LmtpLine(scene.mail().lmtpPort())) {
            line.select("INBOX");
            var announced = line.idle();
            TimeUnit.SECONDS.sleep(2);
            for (int i = 0; i < DELIVERIES; i++) {
                announced.clear();
                events.events().clear();
                var letter = Postbox.fresh(1, "event", 2_000 + i).getFirst();
                delivery.deliver(user, letter);
                var watch = new Stopwatch();
                theirs.add(announcement(announced, watch));
                ours.add(message(events.events(), watch));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300, 1_300));
            }
        }
        double difference = ours.p95() - theirs.p95();
        report.add(new Figure(
                "delivery until the event, p95 of " + DELIVERIES,
                Figure.seconds(ours.p95()) + " (median " + Figure.seconds(ours.median()) + ")",
                "IDLE at a bare client: " + Figure.seconds(theirs.p95()) + " (median "
                        + Figure.seconds(theirs.median()) + ")",
                (difference < 0 ? "" : "+") + Figure.seconds(difference),
                "<= +250 ms",
                Figure.Verdict.of(difference <= ALLOWED)));
    }

    private static double announcement(BlockingQueue<Long> announced, Stopwatch watch) throws InterruptedException {
        var at = announced.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return at == null ? PATIENCE.toSeconds() : watch.secondsAt(at);
    }

    private double message(BlockingQueue<EventLine.Event> events, Stopwatch watch) throws InterruptedException {
        while (true) {
            var event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                report.fail("No event came within " + PATIENCE.toSeconds() + " s of a delivery.");
                return PATIENCE.toSeconds();
            }
            if (event.name().equals("message") && event.data().contains(account)) return watch.secondsAt(event.at());
        }
    }
}
