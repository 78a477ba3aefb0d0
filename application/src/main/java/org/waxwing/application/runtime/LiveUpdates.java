package org.waxwing.application.runtime;

import java.util.List;
import org.waxwing.domain.identity.PersonId;

/** Tells open pages of a person what changed. Never blocks and never fails: a page that misses it reads again anyway. */
public interface LiveUpdates {
    /** Tells all open pages of {@code person}, in this order. */
    void tell(PersonId person, List<LiveUpdate> updates);
}
