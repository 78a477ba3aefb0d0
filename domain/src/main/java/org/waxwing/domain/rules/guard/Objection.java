package org.waxwing.domain.rules.guard;

/** Why a message is not answered or passed on, in the order in which one would rather hear it. */
public enum Objection {
    /** It went through here before: it carries our own mark. */
    LOOP,
    /** It has been passed on too often by whomever. */
    TOO_MANY_HOPS,
    /** A machine wrote it as an answer, or says that a machine wrote it (Auto-Submitted, RFC 3834 §5). */
    AUTOMATIC,
    /** It tells what became of other mail: its return path is empty (RFC 5321 §4.5.5). */
    NO_RETURN_PATH,
    /** It came from a mail server, or from an address that nobody reads. */
    MACHINE_ADDRESS,
    /** It came over a mailing list. */
    LIST,
    /** It was sent to many at once (Precedence). */
    BULK,
    /** Its sender asks for no automatic answers (X-Auto-Response-Suppress). */
    UNWANTED,
    /** It came from, or would go to, an address of the reader's own accounts. */
    OWN_ADDRESS,
    /** There is nobody to write to. */
    NO_ADDRESS,
    /** No address of the reader's is among those it is addressed to (RFC 5230 §4.5). */
    NOT_ADDRESSED,
    /** Nobody has shown yet that mail may be passed on to that address. */
    NOT_VERIFIED,
    /** Its sender was answered not long ago. */
    ANSWERED_LATELY
}
