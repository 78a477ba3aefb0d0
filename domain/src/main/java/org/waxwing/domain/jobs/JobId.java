package org.waxwing.domain.jobs;

import java.util.UUID;

/** Names a job. */
public record JobId(UUID value) {
    /**
     * The id that this text spells.
     *
     * @throws IllegalArgumentException it is no id
     */
    public static JobId of(String text) {
        return new JobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
