package org.waxwing.domain.rules.sieve;

import org.waxwing.domain.rules.sieve.SieveRemark.Reason;

/** A part of a script has no counterpart here. */
final class LeftOutException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String detail;

    LeftOutException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    SieveRemark at(SieveNode node) {
        return new SieveRemark(node.line(), node.lastLine(), reason, detail);
    }
}
