package org.waxwing.web.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor asks for what follows; null when nothing does
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** A list that is complete. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
