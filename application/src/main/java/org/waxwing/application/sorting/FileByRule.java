package org.waxwing.application.sorting;

import java.util.HashMap;
import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.SortingStore;

/**
 * Puts messages in the category that a rule says, or their owner for a whole list, where they stay however often mail is sorted again, until their owner
 * or an undo says otherwise. Whether their sender is let in is no matter of rules. Within an open transaction of the owner.
 */
public class FileByRule {
    /** What a history calls it. */
    public static final String DEED = Told.CATEGORY;

    private final SortingStore sorting;
    private final Refile refile;

    public FileByRule(SortingStore sorting, Refile refile) {
        this.sorting = sorting;
        this.refile = refile;
    }

    /** Puts them there. Returns those that stand elsewhere now; lines for their history are the caller's. */
    public Map<EmailId, Refile.Change> file(PersonId owner, AccountId account, Map<EmailId, Category> categories) {
        if (categories.isEmpty()) return Map.of();
        var changes = new HashMap<EmailId, Refile.Change>();
        for (var it : sorting.mail(account, categories.keySet())) {
            var before = it.filing().placement();
            var category = categories.get(it.id());
            if (category == null || it.own() || before.category() == category) continue;
            changes.put(it.id(), new Refile.Change(before, before.with(category)));
        }
        refile.put(owner, account, changes);
        sorting.pin(account, categories.keySet(), true);
        return changes;
    }
}
