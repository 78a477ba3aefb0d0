package org.waxwing.domain.sync;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;

/**
 * Which folder shows which message under which UID: our copy of the server's state. Needs an open transaction of the
 * account's owner. What changes here is made visible by {@code MailStore.settle}.
 */
public interface SyncStateStore {
    /** A message in a folder. */
    record Copy(EmailId email, Set<Keyword> keywords) {
        public Copy {
            keywords = Set.copyOf(keywords);
        }
    }

    /** What we hold of a folder under its latest validity; empty for a folder never synchronised. */
    Optional<MailboxSnapshot> snapshot(AccountId account, MailboxId mailbox);

    /** Notes that the folder shows these messages, in place of what it had under the same UIDs. */
    void place(AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Copy> copies);

    /**
     * Gives copies other keywords.
     *
     * @return the messages they are copies of
     */
    Set<EmailId> remark(AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Set<Keyword>> keywords);

    /**
     * Removes copies.
     *
     * @return the messages they were copies of
     */
    Set<EmailId> remove(AccountId account, MailboxId mailbox, UidValidity validity, Set<Uid> vanished);

    /**
     * Makes {@code validity} the folder's, empty folders included, and removes the copies of every other one.
     *
     * @return the messages they were copies of
     */
    Set<EmailId> adopt(AccountId account, MailboxId mailbox, UidValidity validity);
}
