package org.waxwing.application.change;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;

/** Makes a folder: at once here, and at the server as soon as it can be reached. */
public class CreateMailbox {
    /** What became of it. */
    public sealed interface Result {
        /** Made here. */
        record Created(MailboxId mailbox) implements Result {}

        /** There is one of that path. */
        record AlreadyThere(MailboxId mailbox) implements Result {}

        /** No server could call a folder that. */
        record NotAName() implements Result {}

        /** There is no such account. */
        record NoSuchAccount() implements Result {}
    }

    /**
     * Makes a folder.
     *
     * @param path its whole name, levels parted by {@code /}, whatever parts them at the server
     */
    public Result create(PersonId owner, AccountId account, String path) {
        throw new IllegalStateException();
    }
}
