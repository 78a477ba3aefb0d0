package org.waxwing.mail.imap;

import org.eclipse.angus.mail.iap.ProtocolException;

/** The server understood a command and did not carry it out: NO or BAD (RFC 9051 §7.1). */
final class RefusedException extends ProtocolException {
    private final boolean throttling;

    RefusedException(boolean throttling) {
        super("The server refused a command");
        this.throttling = throttling;
    }

    /** Whether it would have done it for a client that asks less often. */
    boolean isThrottling() {
        return throttling;
    }
}
