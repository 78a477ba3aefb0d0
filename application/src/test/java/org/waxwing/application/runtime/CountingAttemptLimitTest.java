package org.waxwing.application.runtime;

import org.waxwing.application.world.CountingAttemptLimit;

class CountingAttemptLimitTest implements AttemptLimitContract {
    private final AttemptLimit limit = new CountingAttemptLimit();

    @Override
    public AttemptLimit limit() {
        return limit;
    }
}
