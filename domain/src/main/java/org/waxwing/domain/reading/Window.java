package org.waxwing.domain.reading;

import java.util.List;

/**
 * Part of a list.
 *
 * @param more whether the list goes on behind the last item
 */
public record Window<T>(List<T> items, boolean more) {
    public Window {
        items = List.copyOf(items);
    }
}
