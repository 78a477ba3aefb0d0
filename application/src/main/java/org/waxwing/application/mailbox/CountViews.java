package org.waxwing.application.mailbox;

import java.util.Map;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;

/** What stands beside the names of the views when they are narrowed to one account. */
public class CountViews {
    private final Transactions transactions;
    private final MailReader reader;

    public CountViews(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /**
     * The counts.
     *
     * @param unread conversations with something unread, for the views that count them
     * @param putAway what lies on the piles and what is snoozed
     */
    public record Counts(Map<MailView, Long> unread, Map<MailView, MailReader.PutAway> putAway) {
        public Counts {
            unread = Map.copyOf(unread);
            putAway = Map.copyOf(putAway);
        }
    }

    /** The counts of this account of {@code owner}; nothing of one that is not theirs. */
    public Counts count(PersonId owner, AccountId account) {
        var only = Optional.of(account);
        return transactions.call(Actor.of(owner), () -> new Counts(
                reader.unreadIn(only, ListMailboxes.COUNTED), reader.putAway(only)));
    }
}
