package org.waxwing.application.sorting;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.SortingStore;

/** Sorts messages in the transaction that stores them, so that they never stand where they do not belong. */
public class SortArrivals {
    private final Sorter sorter;
    private final SortingStore sorting;
    private final MailHistory history;
    private final AccountStore accounts;
    private final Clock clock;

    public SortArrivals(
            Sorter sorter, SortingStore sorting, MailHistory history, AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.sorter = sorter;
        this.sorting = sorting;
        this.history = history;
        this.clock = clock;
    }

    /** What was decided about arrivals, to be told once they are stored. */
    public record Decided(Map<EmailId, Filing> filings, Map<EmailId, Sorter.Sorted> sorted) {
        /** Nothing arrived. */
        public static final Decided NOTHING = new Decided(Map.of(), Map.of());

        /** Where that message belongs. */
        public Filing filing(EmailId email) {
            return filings.getOrDefault(email, Filing.UNSEEN);
        }
    }

    /** Sorting what arrives at one account. */
    public Desk at(PersonId owner, AccountId account) {
        return new Desk(owner, account);
    }

    /** Sorts what arrives at one account. Each method needs an open transaction of its owner. */
    public final class Desk {
        private final PersonId owner;
        private final AccountId account;

        private Desk(PersonId owner, AccountId account) {
            this.owner = owner;
            this.account = account;
        }

        /** The owner's addresses, as {@code EmailAddress.key()}, for those who look at messages. */
        public Set<String> own() {
            return OwnAddresses.of(accounts);
        }

        /**
         * Where new messages belong, before they are stored.
         *
         * @param seen what they show
         * @param isOwn whether they come from a folder of what the owner writes
         */
        public Decided sort(Map<Email, Signs> seen, boolean isOwn) {
            if (seen.isEmpty()) return Decided.NOTHING;
            var threads = seen.keySet().stream().map(Email::thread).collect(Collectors.toSet());
            var written = isOwn ? threads : sorting.writtenIn(account, threads);
            var subjects = new ArrayList<Sorter.Subject>();
            seen.forEach((email, signs) -> subjects.add(new Sorter.Subject(
                    email.id(), email.message().headers().from(), email.receivedAt(), isOwn,
                    written.contains(email.thread()),
                    email.message().testimony(), signs)));
            var sorted = sorter.sort(owner, account, subjects);
            var filings = new HashMap<EmailId, Filing>();
            seen.forEach((email, signs) -> {
                var decided = sorted.get(email.id());
                if (decided != null) filings.put(email.id(), Filing.of(signs, decided.placement()));
            });
            return new Decided(filings, sorted);
        }

        /** Notes in the history of messages, which are stored by now, where they were sorted and why. */
        public void tell(Decided decided, Collection<EmailId> stored) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var lines = new ArrayList<HistoryLine>();
            decided.sorted().forEach((email, sorted) -> {
                if (stored.contains(email)) lines.addAll(Told.lines(email, sorted, List.of(), now));
            });
            history.add(account, lines);
        }
    }
}
