package org.waxwing.web.rest.sorting;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.sorting.Lesson;

/**
 * Something that was taught about where mail belongs.
 *
 * @param scope {@code kind}, {@code sender}, {@code message} or {@code domain}
 * @param about the address or domain; empty for a message
 */
@Schema(name = "Lesson")
public record LessonBody(String id, String scope, String about, String category, Instant taughtAt) {
    static LessonBody of(Lesson it) {
        return new LessonBody(
                it.id().toString(), it.scope().words().getFirst(), it.scope().words().getLast(),
                it.category().name().toLowerCase(Locale.ROOT), it.at());
    }
}
