package org.waxwing.domain.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * How the synchronisation of an account stands.
 *
 * @param done messages of the running pass that are stored, out of {@code total}; after a pass that went through, all
 *     messages of the account for both
 * @param passes comparisons completed since the account was added
 * @param since when the running pass began, or the last one ended
 * @param attempts how often it failed in a row
 * @param nextAttempt when the next pass is due unless something wakes it before; far away when only the owner can
 * @param proof what the last full comparison found
 */
public record SyncStatus(
        Phase phase, long done, long total, long passes, Instant since, Past past, int attempts, Instant nextAttempt,
        Proof proof) {
    /** What an account is doing. */
    public enum Phase {
        IDLE,
        SYNCING,
        /** The last pass failed, and so did the attempts to repeat it at once; it is tried again by itself. */
        ERROR,
        /** The server refuses the sign-in; only the owner can mend that. */
        NEEDS_SIGN_IN,
        /** The owner wants it left alone. */
        PAUSED
    }

    /** What a full comparison proved: that nothing is missing here, or what was and was repaired. */
    public sealed interface Proof {
        /** There was none yet. */
        record None() implements Proof {}

        /**
         * All folders were compared message by message.
         *
         * @param repaired messages that should have been here, should not have been, or had other marks
         */
        record Compared(Instant at, long repaired) implements Proof {}
    }

    /** What happened before: success and failure, each as far as there was one. */
    public sealed interface Past {
        /** Nothing yet. */
        record None() implements Past {}

        /** It worked last time. */
        record Succeeded(Instant at) implements Past {}

        /** It failed last time, after it had or had not worked before. */
        record Failed(ConnectionProblem problem, Instant at, Past before) implements Past {}

        /** When it last worked. */
        default Optional<Instant> lastSuccess() {
            return switch (this) {
                case None() -> Optional.empty();
                case Succeeded(var at) -> Optional.of(at);
                case Failed(var problem, var at, var before) -> before.lastSuccess();
            };
        }

        /** What went wrong, when it failed last time. */
        default Optional<ConnectionProblem> lastProblem() {
            return this instanceof Failed failed ? Optional.of(failed.problem()) : Optional.empty();
        }
    }

    /** When a pass last succeeded. */
    public Optional<Instant> lastSuccess() {
        return past.lastSuccess();
    }

    /** What went wrong, when the last pass did. */
    public Optional<ConnectionProblem> problem() {
        return past.lastProblem();
    }
}
