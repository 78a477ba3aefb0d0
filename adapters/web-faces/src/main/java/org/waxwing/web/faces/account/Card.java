package org.waxwing.web.faces.account;

import java.time.Duration;
import java.util.List;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.sync.SyncOutlook;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.web.faces.Health;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/**
 * All that is told of an account: its state, and the figures behind it.
 *
 * @param facts in the order in which they are read
 */
public record Card(Health health, List<Fact> facts) {
    /**
     * A figure.
     *
     * @param name what it is of
     * @param value as a few words
     * @param exactly the same without rounding; empty when there is no more to say
     */
    public record Fact(String name, String value, String exactly) {}

    public Card {
        facts = List.copyOf(facts);
    }

    static Card of(ShowSync.Report report, Phrases phrases, Times times) {
        var status = report.status();
        var outlook = new SyncOutlook(status, report.watched(), times.now());
        return new Card(
                Health.of(new AccountHealth(report.account(), status, report.watched()), phrases, times),
                List.of(
                        lastSuccess(status, phrases, times),
                        arrival(report, phrases),
                        new Fact(phrases.of("card.lag"), lag(outlook, phrases, times), ""),
                        proof(status.proof(), phrases, times),
                        new Fact(phrases.of("card.waiting"),
                                phrases.of("card.waiting.changes", report.waitingChanges()), "")));
    }

    private static Fact lastSuccess(SyncStatus status, Phrases phrases, Times times) {
        var name = phrases.of("card.last-success");
        return status.lastSuccess()
                .map(at -> new Fact(name, times.ago(at), times.full(at)))
                .orElseGet(() -> new Fact(name, phrases.of("card.never"), ""));
    }

    private static Fact arrival(ShowSync.Report report, Phrases phrases) {
        boolean rests = switch (report.status().phase()) {
            case PAUSED, NEEDS_SIGN_IN -> true;
            case IDLE, SYNCING, ERROR -> false;
        };
        var how = rests ? "card.arrival.not" : report.watched() ? "card.arrival.at-once" : "card.arrival.polled";
        return new Fact(phrases.of("card.arrival"), phrases.of(how), "");
    }

    /** What is missing as far as known, else how old our copy may be. */
    private static String lag(SyncOutlook outlook, Phrases phrases, Times times) {
        var status = outlook.status();
        long missing = status.total() - status.done();
        if (status.phase() == SyncStatus.Phase.SYNCING && missing > 0)
            return phrases.of("card.lag.messages", missing);
        return outlook.lag()
                .map(age -> age.compareTo(Duration.ofSeconds(1)) < 0
                        ? phrases.of("card.lag.none")
                        : phrases.of("card.lag.time", times.span(age)))
                .orElseGet(() -> phrases.of("card.lag.unknown"));
    }

    private static Fact proof(SyncStatus.Proof proof, Phrases phrases, Times times) {
        var name = phrases.of("card.proof");
        return switch (proof) {
            case SyncStatus.Proof.None() -> new Fact(name, phrases.of("card.proof.none"), "");
            case SyncStatus.Proof.Compared(var at, var repaired) -> new Fact(name, repaired == 0
                    ? phrases.of("card.proof.complete", times.clock(at))
                    : phrases.of("card.proof.repaired", times.clock(at), repaired), times.full(at));
        };
    }
}
