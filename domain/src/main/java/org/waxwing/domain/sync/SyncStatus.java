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
 */
public record SyncStatus(Phase phase, long done, long total, long passes, Instant since, Past past) {
    /** What an account is doing. */
    public enum Phase {
        IDLE,
        SYNCING,
        /** The last pass failed; it is tried again by itself. */
        ERROR,
        /** The server refuses the sign-in; only the owner can mend that. */
        NEEDS_SIGN_IN
    }

    /** What happened before: success and failure, each as far as there was one. */
    public sealed interface Past {
        /** Nothing yet. */
        record None() implements Past {}

        /** It worked last time. */
        record Succeeded(Instant at) implements Past {}

        /** It failed last time, after it had or had not worked before. */
        record Failed(ConnectionProblem problem, Instant at, Past before) implements Past {}
    }

    /** When a pass last succeeded. */
    public Optional<Instant> lastSuccess() {
        return lastSuccess(past);
    }

    /** What went wrong, when the last pass did. */
    public Optional<ConnectionProblem> problem() {
        return past instanceof Past.Failed failed ? Optional.of(failed.problem()) : Optional.empty();
    }

    private static Optional<Instant> lastSuccess(Past past) {
        return switch (past) {
            case Past.None() -> Optional.empty();
            case Past.Succeeded(var at) -> Optional.of(at);
            case Past.Failed(var problem, var at, var before) -> lastSuccess(before);
        };
    }
}
