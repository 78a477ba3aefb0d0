package org.waxwing.web.rest.sorting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;

/**
 * One thing that was done to a message.
 *
 * @param engine {@code classifier}, {@code lesson}, {@code rule}, {@code model}, {@code screener} or {@code person}
 * @param reference the version of the classifier, or the id of the lesson or rule
 * @param detail to what or where; of {@code forward}, {@code reply} and {@code webhook} how it stands ({@code waiting},
 *     {@code sent}, {@code failed}, {@code uncertain} or {@code withheld}), why in words joined by commas or {@code -}, and
 *     to whom
 * @param actionId by which it can be undone; null when there is none
 */
@Schema(name = "HistoryLine")
public record HistoryBody(
        Instant at,
        String engine,
        String reference,
        String deed,
        String detail,
        List<ReasonBody> reasons,
        @Schema(nullable = true) @Nullable String actionId) {
    static HistoryBody of(HistoryLine it) {
        return new HistoryBody(
                it.at(), it.engine().name().toLowerCase(Locale.ROOT), it.reference(), it.deed(),
                detail(it), ReasonBody.of(it.reasons()),
                it.action().stream().map(ActionId::toString).findFirst().orElse(null));
    }

    /** Names of categories are written small; names of folders and labels are what they are. */
    private static String detail(HistoryLine it) {
        return it.deed().equals("category") || it.deed().equals("admission")
                ? it.detail().toLowerCase(Locale.ROOT)
                : it.detail();
    }
}
