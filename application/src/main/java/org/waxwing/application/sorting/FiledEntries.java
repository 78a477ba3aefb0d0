package org.waxwing.application.sorting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.mailbox.EmailId;

/** What undoing needs of messages that were put elsewhere. */
public final class FiledEntries {
    private FiledEntries() {}

    /** One entry for all that went the same way. */
    public static List<ActionLog.Entry> of(AccountId account, Map<EmailId, Refile.Change> changes) {
        var alike = new LinkedHashMap<Refile.Change, Set<EmailId>>();
        changes.forEach((id, change) -> alike.computeIfAbsent(change, it -> new HashSet<>()).add(id));
        var entries = new ArrayList<ActionLog.Entry>();
        alike.forEach((change, emails) -> entries.add(
                new ActionLog.Entry.Filed(account, change.before(), change.after(), emails)));
        return entries;
    }
}
