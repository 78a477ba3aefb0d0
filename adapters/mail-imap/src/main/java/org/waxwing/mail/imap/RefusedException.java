package org.waxwing.mail.imap;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.waxwing.domain.sync.RemoteChange.Refusal;

/** The server understood a command and did not carry it out: NO or BAD (RFC 9051 §7.1). */
final class RefusedException extends ProtocolException {
    private final boolean throttling;
    private final boolean puttingOff;
    private final boolean tellingOfExpunge;
    private final Refusal why;

    RefusedException(ServerText said) {
        super("The server refused a command");
        this.throttling = said.asksToSlowDown();
        this.puttingOff = said.putsOff();
        this.tellingOfExpunge = said.tellsOfExpunge();
        this.why = said.refusal();
    }

    /** Whether it would have done it for a client that asks less often. */
    boolean isThrottling() {
        return throttling;
    }

    /** Whether it would do it at another time. */
    boolean isPuttingOff() {
        return puttingOff;
    }

    /** Whether some of the messages are gone. */
    boolean isTellingOfExpunge() {
        return tellingOfExpunge;
    }

    /** Why, in the distinctions that mean something to the owner. */
    Refusal why() {
        return why;
    }
}
