package org.waxwing.application.change;

import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;

/** Removes a folder: at once here, and at the server as soon as it can be reached. What is in it goes to the trash. */
public class DropMailbox {
    /** What became of it. */
    public sealed interface Result {
        /** Removed here. */
        record Dropped() implements Result {}

        /** There is mail in it, and the person was not asked whether that may go to the trash. */
        record NotEmpty(long messages) implements Result {}

        /** Folders that mail programs need, and those with others below them, stay. */
        record NotAllowed() implements Result {}

        /** There is no such folder. */
        record NoSuchMailbox() implements Result {}
    }

    /**
     * Removes a folder.
     *
     * @param evenWithMail whether what is in it may go to the trash
     */
    public Result drop(PersonId owner, MailboxId mailbox, boolean evenWithMail) {
        throw new IllegalStateException();
    }
}
