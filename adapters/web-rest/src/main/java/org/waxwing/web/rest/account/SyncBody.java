package org.waxwing.web.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.web.rest.problem.Problem;

/**
 * How the synchronisation of an account stands.
 *
 * @param phase {@code idle}, {@code syncing}, {@code error} or {@code needs_sign_in}
 * @param done messages of the running or last pass that can be listed and found, out of {@code total}
 * @param perSecond messages a second in the running pass; zero while none runs
 * @param passes comparisons completed since the account was added
 * @param lastSuccessAt when a pass last succeeded; null before the first one did
 * @param watch whether this node is told by the server at once when something arrives
 * @param error what went wrong last; left out when nothing did
 */
@Schema(name = "Sync")
public record SyncBody(
        @Schema(enumeration = {
                "idle", "syncing", "error", "needs_sign_in"}) String phase,
        long done,
        long total,
        double perSecond,
        long passes,
        @Schema(nullable = true) @Nullable Instant lastSuccessAt,
        boolean watch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure error){
    /**
     * What went wrong last.
     *
     * @param type the same as of problems
     */
    @Schema(name = "SyncError")
    public record Failure(String type, String title, String detail) {
        static Failure of(Problem problem) {
            return new Failure(problem.type(), problem.title(), problem.detail());
        }
    }

    private static final double MILLIS = 1_000;

    static SyncBody of(AccountHealth health, Instant now) {
        var status = health.status();
        return new SyncBody(
                status.phase().name().toLowerCase(Locale.ROOT),
                status.done(),
                status.total(),
                perSecond(status, now),
                status.passes(),
                status.lastSuccess().orElse(null),
                health.watched(),
                status.problem().map(Refusals::problem).map(Failure::of).orElse(null));
    }

    private static double perSecond(SyncStatus status, Instant now) {
        long millis = Duration.between(status.since(), now).toMillis();
        if (status.phase() != SyncStatus.Phase.SYNCING || millis <= 0) return 0;
        return Math.round(status.done() * MILLIS * 10 / millis) / 10.0;
    }
}
