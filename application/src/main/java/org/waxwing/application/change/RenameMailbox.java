package org.waxwing.application.change;

import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;

/** Gives a folder another name or place: at once here, and at the server as soon as it can be reached. */
public class RenameMailbox {
    /** What became of it. */
    public sealed interface Result {
        /** Renamed here. */
        record Renamed() implements Result {}

        /** There is another one of that path. */
        record AlreadyThere() implements Result {}

        /** No server could call a folder that. */
        record NotAName() implements Result {}

        /** The inbox keeps its name. */
        record NotAllowed() implements Result {}

        /** There is no such folder. */
        record NoSuchMailbox() implements Result {}
    }

    /**
     * Renames a folder, and those below it with it.
     *
     * @param path its whole new name, levels parted by {@code /}, whatever parts them at the server
     */
    public Result rename(PersonId owner, MailboxId mailbox, String path) {
        throw new IllegalStateException();
    }
}
