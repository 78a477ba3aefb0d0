package org.waxwing.domain.rules;

import java.util.List;

/**
 * Something about a rule that keeps it from being run.
 *
 * @param where the part that is wrong
 * @param reason what is wrong with it, by a stable name that pages put into words
 * @param detail what was found, or the limit, as far as that says more than the reason; empty otherwise
 */
public record RuleProblem(Part where, Reason reason, String detail) {
    /** A part of a rule. */
    public sealed interface Part {
        /** What it is called. */
        record Name() implements Part {}

        /**
         * A condition.
         *
         * @param path by which of the conditions in the outermost one, and in that one, and so on, counted from 0; empty
         *     for the outermost itself
         */
        record OfCondition(List<Integer> path) implements Part {
            public OfCondition {
                path = List.copyOf(path);
            }
        }

        /**
         * An action, or all of them.
         *
         * @param position counted from 0; -1 for all of them
         */
        record OfActions(int position) implements Part {}
    }

    /** What can be wrong. */
    public enum Reason {
        NAME_MISSING,
        /** The detail is the limit. */
        NAME_TOO_LONG,
        /** More conditions within each other than the detail says. */
        TOO_DEEP,
        /** More conditions in one rule than the detail says. */
        TOO_MANY_CONDITIONS,
        /** All or one of nothing. */
        GROUP_EMPTY,
        VALUE_MISSING,
        /** The detail is the limit. */
        VALUE_TOO_LONG,
        /** The detail is the limit. */
        TOO_MANY_VALUES,
        /** More wildcards and expressions in one rule than the detail says. */
        TOO_MANY_PATTERNS,
        /** The detail is what is not understood. */
        PATTERN_NOT_UNDERSTOOD,
        /** No name that a header field can have (RFC 5322 §2.2). */
        HEADER_NAME,
        SIZE_NEGATIVE,
        /** Not longer than nothing, or longer than the detail says. */
        TIME_SPAN,
        /** No tag of a language (RFC 5646). */
        LANGUAGE_TAG,
        /** Not a label of the owner's, but a mark of programs. */
        NO_LABEL,
        NO_ACTION,
        /** The detail is the limit. */
        TOO_MANY_ACTIONS,
        /** Stands behind one that ends everything. */
        NEVER_REACHED,
        /** Wants something else than one before it, and only one can be. */
        CONTRADICTS,
        FOLDER_NAME,
        /** Not an address that mail can be sent to. */
        ADDRESS,
        /** Not an https address of a server without credentials. */
        WEB_ADDRESS,
        /** A reply without words. */
        TEXT_MISSING,
        /** The detail is the limit. */
        TEXT_TOO_LONG
    }
}
