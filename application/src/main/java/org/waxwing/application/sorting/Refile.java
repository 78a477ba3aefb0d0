package org.waxwing.application.sorting;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** Sorts stored messages again, as they would be sorted if they came now. Within an open transaction of the owner. */
public class Refile {
    private final Transactions transactions;
    private final Sorter sorter;
    private final SortingStore sorting;
    private final MailStore mail;
    private final MailHistory history;
    private final LiveUpdates live;
    private final Clock clock;

    public Refile(
            Transactions transactions,
            Sorter sorter,
            SortingStore sorting,
            MailStore mail,
            MailHistory history,
            LiveUpdates live,
            Clock clock) {
        this.transactions = transactions;
        this.sorter = sorter;
        this.sorting = sorting;
        this.mail = mail;
        this.history = history;
        this.live = live;
        this.clock = clock;
    }

    /** From where to where a message went. */
    public record Change(Placement before, Placement after) {}

    /**
     * Puts these messages where they belong by what is known now, and tells open pages.
     *
     * @param action by which that can be undone; none or one
     * @return those that stand elsewhere now
     */
    public Map<EmailId, Change> refile(
            PersonId owner, AccountId account, List<StoredMail> stored, List<ActionId> action) {
        var changes = new HashMap<EmailId, Change>();
        var lines = new ArrayList<HistoryLine>();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sorted(owner, account, stored).forEach((it, sorted) -> {
            var before = it.filing().placement();
            if (before.equals(sorted.placement())) return;
            changes.put(it.id(), new Change(before, sorted.placement()));
            lines.addAll(Told.lines(it.id(), sorted, action, now));
        });
        put(owner, account, changes);
        history.add(account, lines);
        return changes;
    }

    /** Puts messages where their owner says, whatever is known of them, with lines for their history. */
    void file(PersonId owner, AccountId account, Map<EmailId, Change> changes, List<HistoryLine> lines) {
        put(owner, account, changes);
        sorting.pin(account, changes.keySet(), false);
        history.add(account, lines);
    }

    /** Puts messages there, and tells open pages. */
    void put(PersonId owner, AccountId account, Map<EmailId, Change> changes) {
        if (changes.isEmpty()) return;
        var placements = new HashMap<EmailId, Placement>();
        changes.forEach((id, change) -> placements.put(id, change.after()));
        Set<EmailId> moved = new HashSet<>(sorting.file(account, placements));
        mail.settle(account, moved);
        transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
    }

    private Map<StoredMail, Sorter.Sorted> sorted(PersonId owner, AccountId account, List<StoredMail> stored) {
        var subjects = stored.stream().flatMap(it -> Sorter.Subject.of(it).stream()).toList();
        var sorted = sorter.sort(owner, account, subjects);
        var pinned = sorting.pinned(account, sorted.keySet());
        var found = new HashMap<StoredMail, Sorter.Sorted>();
        for (var it : stored) {
            var where = sorted.get(it.id());
            if (where == null) continue;
            boolean stays = pinned.contains(it.id());
            found.put(it, stays ? where.stayingIn(it.filing().placement().category()) : where);
        }
        return found;
    }
}
