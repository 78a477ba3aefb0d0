package org.waxwing.application.sorting;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;

/** What was done to a message by itself. */
public class ReadHistory {
    private static final int LINES = 100;

    private final Transactions transactions;
    private final MailHistory history;

    public ReadHistory(Transactions transactions, MailHistory history) {
        this.transactions = transactions;
        this.history = history;
    }

    /** The latest first; nothing of a message that is not there. */
    public List<HistoryLine> read(PersonId owner, EmailId email) {
        return transactions.call(Actor.of(owner), () -> history.of(email, LINES));
    }
}
