package org.waxwing.domain.sorting;

import java.util.UUID;

/** Which lesson. */
public record LessonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
