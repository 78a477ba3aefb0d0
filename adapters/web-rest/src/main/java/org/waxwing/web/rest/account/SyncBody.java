package org.waxwing.web.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncOutlook;
import org.waxwing.domain.sync.SyncStatus;

/**
 * How the synchronisation of an account stands.
 *
 * @param phase {@code idle}, {@code syncing}, {@code error}, {@code needs_sign_in} or {@code paused}
 * @param done messages of the running or last pass that are stored and can be found, out of {@code total}
 * @param perSecond messages a second in the running pass; zero while none runs
 * @param etaSeconds how long the running pass will take; null while that cannot be told
 * @param passes comparisons completed since the account was added
 * @param lastSuccessAt when a pass last succeeded; null before the first one did
 * @param lagSeconds how old the copy here may be: zero while the server tells of everything; null before the first
 *     success
 * @param watch whether this node is told by the server at once when something arrives
 * @param attempts how often it failed in a row
 * @param nextAttemptAt when it is tried again by itself; null while a pass runs, or when only the owner can
 * @param waitingChanges what the owner did and the server does not know yet
 * @param lastFullComparison what the last comparison message by message found; null before the first one
 * @param error what went wrong last; left out when nothing did
 */
@Schema(name = "Sync")
public record SyncBody(
        @Schema(enumeration = {
                "idle", "syncing", "error", "needs_sign_in", "paused"}) String phase,
        long done,
        long total,
        double perSecond,
        @Schema(nullable = true) @Nullable Long etaSeconds,
        long passes,
        @Schema(nullable = true) @Nullable Instant lastSuccessAt,
        @Schema(nullable = true) @Nullable Long lagSeconds,
        boolean watch,
        int attempts,
        @Schema(nullable = true) @Nullable Instant nextAttemptAt,
        long waitingChanges,
        @Schema(nullable = true) @Nullable Comparison lastFullComparison,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure error){
    /**
     * A comparison message by message.
     *
     * @param repaired messages that should have been here, should not have been, or had other marks
     */
    @Schema(name = "SyncComparison")
    public record Comparison(Instant at, long repaired) {
        static @Nullable Comparison of(SyncStatus.Proof proof) {
            return switch (proof) {
                case SyncStatus.Proof.None() -> null;
                case SyncStatus.Proof.Compared(var at, var repaired) -> new Comparison(at, repaired);
            };
        }
    }

    /**
     * What went wrong last.
     *
     * @param type the same as of problems
     */
    @Schema(name = "SyncError")
    public record Failure(String type, String title, String detail) {
        static Failure of(ConnectionProblem refusal) {
            var problem = Refusals.problem(refusal);
            return new Failure(problem.type(), problem.title(), problem.detail());
        }
    }

    static SyncBody of(ShowSync.Report report, Instant now) {
        var status = report.status();
        var outlook = new SyncOutlook(status, report.watched(), now);
        return new SyncBody(
                status.phase().name().toLowerCase(Locale.ROOT),
                status.done(),
                status.total(),
                outlook.perSecond(),
                outlook.timeLeft().map(Duration::toSeconds).orElse(null),
                status.passes(),
                status.lastSuccess().orElse(null),
                outlook.lag().map(Duration::toSeconds).orElse(null),
                report.watched(),
                status.attempts(),
                outlook.nextAttempt().orElse(null),
                report.waitingChanges(),
                Comparison.of(status.proof()),
                status.problem().map(Failure::of).orElse(null));
    }
}
