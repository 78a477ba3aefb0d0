package org.waxwing.bootstrap.local;

import java.io.IOException;

/** Why the local run cannot go on, in words for the person at the terminal. */
public final class LocalRunException extends IOException {
    private static final long serialVersionUID = 1L;

    public LocalRunException(String sentence) {
        super(sentence);
    }

    public LocalRunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
