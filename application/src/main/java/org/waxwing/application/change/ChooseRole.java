package org.waxwing.application.change;

import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** Corrects what a folder is for, whatever its server says. */
public class ChooseRole {
    /**
     * Makes {@code mailbox} the folder of its account for {@code role}; with {@code NONE} it has no purpose any more. The
     * folder that had the role before loses it. The inbox stays what it is.
     *
     * @return false when there is no such folder, or it is the inbox, or the role cannot be chosen
     */
    public boolean choose(PersonId owner, MailboxId mailbox, MailboxRole role) {
        throw new IllegalStateException();
    }
}
