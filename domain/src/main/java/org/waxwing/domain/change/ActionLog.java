package org.waxwing.domain.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;

/** What persons did, so that it can be undone, and what servers refused. Needs an open transaction of the person. */
public interface ActionLog {
    /** What was done to messages of one account, in the form that undoing needs. */
    sealed interface Entry {
        /** Of which account. */
        AccountId account();

        /** To which messages. */
        Set<EmailId> emails();

        /** They were given a keyword, or it was taken from them. */
        record Marked(AccountId account, Keyword keyword, boolean present, Set<EmailId> emails) implements Entry {
            public Marked {
                emails = Set.copyOf(emails);
            }
        }

        /** They moved from one folder to another. */
        record Moved(AccountId account, MailboxId from, MailboxId to, Set<EmailId> emails) implements Entry {
            public Moved {
                emails = Set.copyOf(emails);
            }
        }
    }

    /** Notes what was done. */
    void record(ActionId action, PersonId owner, List<Entry> entries, Instant now, Instant undoUntil);

    /**
     * Takes an action to undo it; only one can.
     *
     * @return what it did, in order; empty when it was undone already or is older than can be undone
     */
    Optional<List<Entry>> take(ActionId action, Instant now);

    /** Whether there is such an action, undone or not. */
    boolean exists(ActionId action);

    /** The refused changes that were not put away yet, latest first, at most {@code atMost}. */
    List<Refused> refusals(int atMost);

    /** Puts notices away; those that are gone are passed over. */
    void dismiss(Set<RefusalId> refusals);
}
