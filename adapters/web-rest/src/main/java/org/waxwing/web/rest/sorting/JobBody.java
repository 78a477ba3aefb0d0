package org.waxwing.web.rest.sorting;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.jobs.Job;

/**
 * Work that goes on in the background.
 *
 * @param task {@code sort} or {@code rules}
 * @param state {@code running}, {@code done}, {@code cancelled}, or {@code failed} when it did not get further for most of a
 *     day
 * @param done messages that were looked at, of {@code total}
 * @param changed messages that are different now
 * @param ruleId the rule that is run; null when mail is sorted
 * @param actionId by which all that rules changed can be undone
 */
@Schema(name = "Job")
public record JobBody(
        String id, String accountId, String task, String state, long done, long total, long changed,
        Instant startedAt, @Schema(nullable = true) @Nullable String ruleId, String actionId) {
    /** As it is sent. */
    public static JobBody of(Job it) {
        return new JobBody(
                it.id().toString(), it.account().toString(), it.task().name().toLowerCase(Locale.ROOT),
                it.state().name().toLowerCase(Locale.ROOT), it.done(), it.total(), it.changed(), it.startedAt(),
                it.task() == Job.Task.RULES ? it.reference() : null, it.action().toString());
    }
}
