package org.waxwing.application.runtime;

import java.util.UUID;

/** Makes ids, before what they name exists. */
public interface Ids {
    /** A new id, greater than those made before it on this node (RFC 9562 version 7). */
    UUID next();
}
