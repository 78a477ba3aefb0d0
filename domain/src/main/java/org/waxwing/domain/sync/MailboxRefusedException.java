package org.waxwing.domain.sync;

/**
 * A mail server lists a folder and does not let us open it: a shared one without the right to read, or one that is being
 * removed. The session goes on; the other folders are not touched by it. Names no folder: it may be logged.
 */
public final class MailboxRefusedException extends RuntimeException {
    public MailboxRefusedException() {
        super("A folder cannot be opened");
    }
}
