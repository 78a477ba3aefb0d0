package org.waxwing.domain.rules.json;

/** A text is not the JSON of a rule. */
public final class RuleJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it, by a stable name that pages put into words. */
    public enum Reason {
        /** No JSON (RFC 8259). The detail is the character at which it stops being one, counted from 1. */
        NOT_JSON,
        /** The detail is the limit, in characters. */
        TOO_LONG,
        /** More within each other than the detail says. */
        TOO_DEEP,
        /** More rules than the detail says. */
        TOO_MANY,
        /** Something that has to be there is not. The detail is its name. */
        MISSING,
        /** Something of that name is nothing that rules know, or stands there twice. The detail is the name. */
        UNKNOWN_NAME,
        /** Of another type than the detail says: {@code object}, {@code array}, {@code string}, {@code number},
         * {@code boolean}. */
        WRONG_TYPE,
        /** Not a word that is known here, or not in the form that is needed. The detail is what would be. */
        WRONG_VALUE,
        /** Has a character that cannot be kept: NUL, or half of a pair. */
        WRONG_CHARACTER
    }

    private final String pointer;
    private final Reason reason;
    private final String detail;

    RuleJsonException(String pointer, Reason reason, String detail) {
        super(reason + " at '" + pointer + "'");
        this.pointer = pointer;
        this.reason = reason;
        this.detail = detail;
    }

    /** Where it stands (RFC 6901); empty for the whole. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong there. */
    public Reason reason() {
        return reason;
    }

    /** The limit, or what would be right. Never what was read. */
    public String detail() {
        return detail;
    }
}
