package org.waxwing.application.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.domain.identity.PersonId;

/** Forgives five refusals, ever. */
public final class CountingAttemptLimit implements AttemptLimit {
    /** How many refusals are too many. */
    public static final int MOST = 5;

    private record Deed(PersonId who, String what) {}

    private final Map<Deed, Integer> refusals = new ConcurrentHashMap<>();

    @Override
    public boolean admits(PersonId who, String what) {
        return refusals.getOrDefault(new Deed(who, what), 0) < MOST;
    }

    @Override
    public void refused(PersonId who, String what) {
        refusals.merge(new Deed(who, what), 1, Integer::sum);
    }
}
