package org.waxwing.domain.rules.sieve;

/**
 * Something of a script that did not become what it was.
 *
 * @param line where it begins, counted from 1
 * @param lastLine where it ends
 * @param reason by a stable name that pages put into words
 * @param detail the word or text it is about; empty when there is none
 */
public record SieveRemark(int line, int lastLine, Reason reason, String detail) {
    /** Whether it is there at all. */
    public enum Kind {
        /** It is not among the rules. A rule that lost some of its actions is switched off. */
        LEFT_OUT,
        /** It is, and means something a little different. */
        CHANGED
    }

    /** Why. */
    public enum Reason {
        /** No command that is known. */
        UNKNOWN_COMMAND(Kind.LEFT_OUT),
        /** A command or test that nothing here can do. */
        NO_COUNTERPART(Kind.LEFT_OUT),
        /** An argument that is not known, is missing or is of the wrong kind. */
        ARGUMENT(Kind.LEFT_OUT),
        /** Texts that are only put together when mail arrives (RFC 5229), or are written in code. */
        VARIABLES(Kind.LEFT_OUT),
        /** Refusing mail that was already delivered to us would send answers to forged addresses. */
        REJECTION(Kind.LEFT_OUT),
        /** Comes to be only when a condition does not hold that was left out itself. */
        AFTER_LEFT_OUT(Kind.LEFT_OUT),
        /** Its condition never holds: a rule that was switched off. */
        NEVER_TRUE(Kind.LEFT_OUT),
        /** Stands behind what always holds, or stops. */
        NEVER_REACHED(Kind.LEFT_OUT),
        /** More than a rule, or all rules together, can be. */
        TOO_LARGE(Kind.LEFT_OUT),
        /** Not sound as a rule here; the detail is the {@link org.waxwing.domain.rules.RuleProblem.Reason}. */
        UNSOUND(Kind.LEFT_OUT),
        /** What was to be thrown away goes to the trash. */
        DISCARD_TO_TRASH(Kind.CHANGED),
        /** What was only to be passed on stays here, too. */
        REDIRECT_KEEPS(Kind.CHANGED),
        /** A second copy in a folder is a label of the folder's name. */
        COPY_TO_LABEL(Kind.CHANGED),
        /** It stays where it is without being told. */
        KEPT_ANYWAY(Kind.CHANGED),
        /** Upper and lower case are the same here. */
        CASE_IGNORED(Kind.CHANGED),
        /** Looks at the whole field rather than at the address in it. */
        WHOLE_FIELD(Kind.CHANGED),
        /** The envelope's sender is read from Return-Path. */
        ENVELOPE_FROM(Kind.CHANGED),
        /** The envelope's recipient is looked for in To, Cc and Bcc. */
        ENVELOPE_TO(Kind.CHANGED),
        /** Only the words to read are searched, not the source of the body. */
        WORDS_OF_BODY(Kind.CHANGED),
        /** Marks are added; those that were there remain. */
        MARKS_REMAIN(Kind.CHANGED),
        /** An argument that is not needed here. */
        NOT_NEEDED(Kind.CHANGED),
        /** Tells by Waxwing's own notices. */
        OWN_NOTICE(Kind.CHANGED);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }
}
