package org.waxwing.application.planted;

import jakarta.inject.Inject;
import java.time.Instant;
import org.waxwing.application.planted2.Accomplice;

/** Does two things, asks the clock by itself, and has its accomplice injected by a container it should not know. */
public class DoTwoThings {
    @Inject
    private Accomplice accomplice;

    public Instant now() {
        return Instant.now();
    }

    public Accomplice accomplice() {
        return accomplice;
    }
}
