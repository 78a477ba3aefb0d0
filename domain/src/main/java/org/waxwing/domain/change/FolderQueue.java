package org.waxwing.domain.change;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/**
 * What is done to folders: here at once, and to be done at the server in the order of {@link ChangeQueue}. Needs an open
 * transaction of the account's owner.
 */
public interface FolderQueue {
    /** Adds a folder that the server does not have yet. */
    void create(Mailbox mailbox);

    /**
     * Gives a folder another path, and those below it with it.
     *
     * @param path in the server's form, levels parted by the folder's delimiter
     */
    void rename(AccountId account, MailboxId mailbox, String path);

    /** Removes a folder, which must be empty here. */
    void drop(AccountId account, MailboxId mailbox);

    /** Makes a folder, and no other of its account, the one for a role, whatever the server says. */
    void chooseRole(AccountId account, MailboxId mailbox, MailboxRole role);
}
