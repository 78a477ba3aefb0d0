package org.waxwing.domain.screening;

import java.util.List;

/** Who waits to be let in. Needs an open transaction of a person. */
public interface Doorstep {
    /** Those who wait at any account of the person, who wrote last first; one for each address and account. */
    List<Caller> waiting(int atMost);
}
