package org.waxwing.domain.links;

/**
 * Why a link should be looked at twice.
 *
 * @param shown the host that the reader is led to expect, as people read it; empty when the link shows none
 * @param real the host that it opens, as people read it
 */
public record LinkDoubt(Reason reason, String shown, String real) {
    /** What is doubtful, the worst first. */
    public enum Reason {
        /** Its words name another host. */
        OTHER_HOST,
        /** Its host could be taken for one that the reader knows. */
        LOOKALIKE,
        /** A name in front of an {@code @} that looks like the host. */
        HIDDEN_HOST,
        /** Its host mixes writings, or poses as Latin. */
        MIXED_LETTERS,
        /** Its host is a number. */
        NUMBER,
        /** Its host is written in other letters than it is sent in (RFC 3492). */
        FOREIGN_LETTERS
    }
}
