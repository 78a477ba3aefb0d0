package org.waxwing.web.rest.sorting;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.jobs.Job;

/**
 * Work that goes on in the background.
 *
 * @param task {@code sort} or {@code rules}
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param done messages that were looked at, of {@code total}
 * @param changed messages that are different now
 */
@Schema(name = "Job")
public record JobBody(
        String id, String accountId, String task, String state, long done, long total, long changed,
        Instant startedAt) {
    static JobBody of(Job it) {
        return new JobBody(
                it.id().toString(), it.account().toString(), it.task().name().toLowerCase(Locale.ROOT),
                it.state().name().toLowerCase(Locale.ROOT), it.done(), it.total(), it.changed(), it.startedAt());
    }
}
