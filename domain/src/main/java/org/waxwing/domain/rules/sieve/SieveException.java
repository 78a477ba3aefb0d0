package org.waxwing.domain.rules.sieve;

/** A script cannot be read. */
final class SieveException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;
    private final String why;

    SieveException(int line, int column, String why) {
        super(why + " in line " + line);
        this.line = line;
        this.column = column;
        this.why = why;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String why() {
        return why;
    }
}
