package org.waxwing.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a status means at a moment: how fast it goes, how long it takes, how far our copy may lie behind, and when it is
 * tried again.
 *
 * @param watched whether the server tells us at once when something arrives
 */
public record SyncOutlook(SyncStatus status, boolean watched, Instant now) {
    private static final double MILLIS = 1_000;
    private static final double TENTHS = 10;

    /** Messages a second in the running pass, to a tenth; 0 while none runs. */
    public double perSecond() {
        long millis = Duration.between(status.since(), now).toMillis();
        if (status.phase() != SyncStatus.Phase.SYNCING || millis <= 0) return 0;
        return Math.round(status.done() * MILLIS * TENTHS / millis) / TENTHS;
    }

    /** How long the running pass will take, rounded up to seconds; empty when none runs or nothing is done yet. */
    public Optional<Duration> timeLeft() {
        double speed = perSecond();
        if (speed <= 0) return Optional.empty();
        return Optional.of(Duration.ofSeconds((long) Math.ceil(Math.max(0, status.total() - status.done()) / speed)));
    }

    /**
     * How old our copy may be: nothing while the server tells us of everything, otherwise the time since the last
     * success; empty before the first one.
     */
    public Optional<Duration> lag() {
        var success = status.lastSuccess();
        if (success.isEmpty()) return Optional.empty();
        if (watched && status.phase() == SyncStatus.Phase.IDLE) return Optional.of(Duration.ZERO);
        var age = Duration.between(success.get(), now);
        return Optional.of(age.isNegative() ? Duration.ZERO : age);
    }

    /** When the next pass begins by itself, never in the past; empty while one runs, or when only the owner can. */
    public Optional<Instant> nextAttempt() {
        return switch (status.phase()) {
            case IDLE, ERROR -> Optional.of(status.nextAttempt().isBefore(now) ? now : status.nextAttempt());
            case SYNCING, NEEDS_SIGN_IN, PAUSED -> Optional.empty();
        };
    }
}
