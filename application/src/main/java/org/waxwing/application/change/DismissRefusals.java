package org.waxwing.application.change;

import java.util.Set;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.identity.PersonId;

/** Puts notices about refused changes away. */
public class DismissRefusals {
    /** Puts these away; those of others, and those that are gone, are passed over. */
    public void dismiss(PersonId owner, Set<RefusalId> refusals) {
        throw new IllegalStateException();
    }
}
