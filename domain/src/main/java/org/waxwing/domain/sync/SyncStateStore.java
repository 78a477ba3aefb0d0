package org.waxwing.domain.sync;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.sorting.Filing;

/**
 * Which folder shows which message under which UID: our copy of the server's state. Needs an open transaction of the
 * account's owner. What a person did and the server does not know yet stays in force here: keywords are kept as wanted,
 * and messages that are on their way elsewhere are known and not shown. What changes here is made visible by
 * {@code MailStore.settle}.
 */
public interface SyncStateStore {
    /** A message in a folder. */
    record Copy(EmailId email, Set<Keyword> keywords) {
        public Copy {
            keywords = Set.copyOf(keywords);
        }
    }

    /**
     * A message that was never here before, as a folder shows it.
     *
     * @param keywords at the server
     * @param ids what the server calls it
     * @param filing where it belongs
     */
    record Newcomer(Uid uid, Set<Keyword> keywords, Email email, RemoteIds ids, Filing filing) {
        public Newcomer {
            keywords = Set.copyOf(keywords);
        }

        /** One that nobody has sorted. */
        public Newcomer(Uid uid, Set<Keyword> keywords, Email email, RemoteIds ids) {
            this(uid, keywords, email, ids, Filing.UNSEEN);
        }
    }

    /** What we hold of a folder under its latest validity; empty for a folder never synchronised. */
    Optional<MailboxSnapshot> snapshot(AccountId account, MailboxId mailbox);

    /** What we hold of these messages of a folder, as far as we do. */
    Map<Uid, Set<Keyword>> held(AccountId account, MailboxId mailbox, UidValidity validity, Collection<Uid> uids);

    /** The stored messages that the server calls so. */
    Map<String, EmailId> called(AccountId account, Collection<String> remoteIds);

    /** Stores new messages with their conversations as {@link Threading} joined them, shown by the folder; settled. */
    void arrive(
            AccountId account,
            MailboxId mailbox,
            UidValidity validity,
            Collection<Newcomer> newcomers,
            Threading.Joined joined);

    /** Notes that the folder shows these stored messages, in place of what it had under the same UIDs. */
    void place(AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Copy> copies);

    /**
     * Gives copies the keywords that they have at the server.
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
