package org.waxwing.application.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.application.sorting.FiledEntries;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.sorting.Category;

/**
 * Puts everything that a list shows, or a search finds, in one category, where it stays. Teaches nothing: nobody has looked
 * at a thousand conversations one by one. Whether a sender is let in is no matter of this.
 */
public class CategorizeList {
    // enough that statements pay, few enough that a hundred thousand fit in little memory
    private static final int AT_ONCE = 2_000;

    private final Transactions transactions;
    private final ChangeScope scope;
    private final EmailIndex index;
    private final FileByRule fileByRule;
    private final MailHistory history;
    private final ActionLog log;
    private final Ids ids;
    private final Clock clock;

    public CategorizeList(
            Transactions transactions,
            ChangeScope scope,
            EmailIndex index,
            FileByRule fileByRule,
            MailHistory history,
            ActionLog log,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.index = index;
        this.fileByRule = fileByRule;
        this.history = history;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * It is so.
         *
         * @param changed messages that stand elsewhere now; may be none
         * @param conversations how many were meant
         * @param undoUntil until when it can be undone; now when there is nothing to undo
         */
        record Sorted(ActionId action, long changed, long conversations, Instant undoUntil) implements Result {}

        /** There is none. */
        record NothingThere() implements Result {}
    }

    /** Does it, all or nothing, as one action. */
    public Result categorize(PersonId owner, ChangeMail.Choice choice, Category category) {
        return transactions.call(Actor.of(owner), () -> new Course(owner, category).take(meant(choice)));
    }

    /** The conversations, by account, in one order for everybody who locks them. */
    private Map<AccountId, List<ThreadId>> meant(ChangeMail.Choice choice) {
        var meant = new TreeMap<AccountId, List<ThreadId>>(Comparator.comparing(AccountId::value));
        switch (choice) {
            case ChangeMail.Choice.These(var threads, var emails) -> scope.find(threads, emails).stream()
                    .collect(Collectors.groupingBy(
                            ChangeScope.Subject::account,
                            Collectors.mapping(
                                    ChangeScope.Subject::thread, Collectors.toCollection(LinkedHashSet::new))))
                    .forEach((account, those) -> meant.put(account, List.copyOf(those)));
            case ChangeMail.Choice.Listed(var list, var unreadOnly, var except) ->
                scope.all(list, unreadOnly).forEach((account, those) -> meant.put(account, without(those, except)));
            case ChangeMail.Choice.Found(var query, var except) ->
                index.conversations(query).forEach((account, those) -> meant.put(account, without(those, except)));
        }
        meant.values().removeIf(List::isEmpty);
        return meant;
    }

    private static List<ThreadId> without(List<ThreadId> threads, Set<ThreadId> except) {
        return threads.stream().filter(it -> !except.contains(it)).toList();
    }

    private final class Course {
        private final PersonId owner;
        private final Category category;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final ActionId action = new ActionId(ids.next());
        private final List<ActionLog.Entry> entries = new ArrayList<>();
        private long changed;

        Course(PersonId owner, Category category) {
            this.owner = owner;
            this.category = category;
        }

        Result take(Map<AccountId, List<ThreadId>> meant) {
            long count = meant.values().stream().mapToLong(List::size).sum();
            if (count == 0) return new Result.NothingThere();
            meant.forEach((account, threads) -> {
                for (int from = 0; from < threads.size(); from += AT_ONCE)
                    put(account, threads.subList(from, Math.min(threads.size(), from + AT_ONCE)));
            });
            if (entries.isEmpty()) return new Result.Sorted(action, 0, count, now);
            var until = now.plus(ActionLog.UNDOABLE);
            var only = count == 1 ? meant.values().iterator().next() : List.<ThreadId>of();
            log.record(
                    action, owner, new ActionLog.Story("categorize", category.name(), count, only), entries, now, until,
                    now.minus(ActionLog.UNDOABLE));
            return new Result.Sorted(action, changed, count, until);
        }

        private void put(AccountId account, List<ThreadId> threads) {
            var categories = new HashMap<EmailId, Category>();
            for (var it : scope.find(new HashSet<>(threads), Set.of())) categories.put(it.email(), category);
            var changes = fileByRule.file(owner, account, categories);
            changed += changes.size();
            entries.addAll(FiledEntries.of(account, changes));
            history.add(account, changes.keySet().stream()
                    .map(it -> new HistoryLine(
                            it, now, Engine.PERSON, HistoryLine.WHOLE_LIST, FileByRule.DEED, category.name(), List.of(),
                            List.of(action)))
                    .toList());
        }
    }
}
