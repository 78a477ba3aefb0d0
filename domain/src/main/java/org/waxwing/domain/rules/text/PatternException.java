package org.waxwing.domain.rules.text;

/** A pattern says something that is not understood here, or would take too much. The message says what and where. */
public final class PatternException extends Exception {
    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
