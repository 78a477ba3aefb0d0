package org.waxwing.mail.network;

import java.io.IOException;

/** A host all of whose addresses lie where people may not reach. */
public final class ForbiddenHostException extends IOException {
    ForbiddenHostException() {
        super("Only private addresses stand behind that name");
    }
}
