package org.waxwing.web.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor asks for what follows; null when nothing does
 */
public record Page<T>(List<T> items, @Schema(nullable = true) @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** A list that is complete. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
