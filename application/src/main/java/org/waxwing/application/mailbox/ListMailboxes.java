package org.waxwing.application.mailbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;

/** The folders of a person, and how much in the views is unread. */
public class ListMailboxes {
    /** The views whose unread conversations are told beside their names. */
    static final List<MailView> COUNTED = List.of(
            MailView.IMBOX, MailView.FEED, MailView.PAPER_TRAIL, MailView.SCREENER, MailView.SPAM, MailView.DRAFTS);

    private final Transactions transactions;
    private final MailReader reader;

    public ListMailboxes(Transactions transactions, MailReader reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    /**
     * What the navigation shows.
     *
     * @param unread conversations with something unread, for the views that count them
     * @param putAway what lies on the piles and what is snoozed
     */
    public record Overview(
            List<MailboxRow> mailboxes, Map<MailView, Long> unread, Map<MailView, MailReader.PutAway> putAway) {
        public Overview {
            mailboxes = List.copyOf(mailboxes);
            unread = Map.copyOf(unread);
            putAway = Map.copyOf(putAway);
        }
    }

    /** All folders and counts of {@code owner}. */
    public Overview list(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> {
            var all = Optional.<AccountId>empty();
            return new Overview(reader.mailboxes(), reader.unreadIn(all, COUNTED), reader.putAway(all));
        });
    }
}
