package org.waxwing.domain.history;

import java.util.Collection;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;

/** The history of messages, as long as they are stored. Needs an open transaction of the account's owner. */
public interface MailHistory {
    /** Adds lines; those of messages that are gone are passed over. */
    void add(AccountId account, Collection<HistoryLine> lines);

    /** The lines of a message, the latest first, at most {@code atMost}; none for a message of somebody else. */
    List<HistoryLine> of(EmailId email, int atMost);
}
