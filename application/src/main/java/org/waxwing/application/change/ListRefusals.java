package org.waxwing.application.change;

import java.util.List;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.identity.PersonId;

/** The changes that servers refused and that were taken back here. */
public class ListRefusals {
    /** Those that {@code owner} has not put away yet, latest first, at most a hundred. */
    public List<Refused> list(PersonId owner) {
        throw new IllegalStateException();
    }
}
