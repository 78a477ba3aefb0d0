package org.waxwing.application.safety;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waxwing.domain.identity.PersonId;

/** Counts what people do, minute by minute. Thread-safe; bounded, whoever comes. */
final class Pace {
    private static final int MOST_PEOPLE = 10_000;

    private final Clock clock;
    private final int perMinute;
    private final Map<PersonId, Integer> counts = new LinkedHashMap<>();
    private long minute;

    Pace(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Whether once more is not too much; counts it if so. */
    synchronized boolean admits(PersonId person) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute || counts.size() > MOST_PEOPLE) counts.clear();
        minute = now;
        int count = counts.getOrDefault(person, 0);
        if (count >= perMinute) return false;
        counts.put(person, count + 1);
        return true;
    }
}
