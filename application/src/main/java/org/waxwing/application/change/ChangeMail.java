package org.waxwing.application.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.search.SearchQuery;

/** Does something to messages: at once here, and at their servers as soon as these can be reached. */
public class ChangeMail {
    // enough that statements pay, few enough that a hundred thousand fit in little memory
    private static final int AT_ONCE = 5_000;

    private final Transactions transactions;
    private final ChangeScope scope;
    private final EmailIndex index;
    private final FolderChoice folders;
    private final Deeds deeds;
    private final ActionLog log;
    private final Ids ids;
    private final Clock clock;

    public ChangeMail(
            Transactions transactions,
            ChangeScope scope,
            EmailIndex index,
            FolderChoice folders,
            Deeds deeds,
            ActionLog log,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.index = index;
        this.folders = folders;
        this.deeds = deeds;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** To what something is done. */
    public sealed interface Choice {
        /**
         * To what is named.
         *
         * @param threads conversations
         * @param emails single messages, beside the conversations
         */
        record These(Set<ThreadId> threads, Set<EmailId> emails) implements Choice {
            public These {
                threads = Set.copyOf(threads);
                emails = Set.copyOf(emails);
            }
        }

        /** To all conversations that a list shows at this moment, but some. */
        record Listed(Scope list, boolean unreadOnly, Set<ThreadId> except) implements Choice {
            public Listed {
                except = Set.copyOf(except);
            }
        }

        /** To all conversations that a search finds at this moment, but some. */
        record Found(SearchQuery query, Set<ThreadId> except) implements Choice {
            public Found {
                except = Set.copyOf(except);
            }
        }
    }

    /**
     * What to do to what.
     *
     * @param quiet whether it comes with something else and is no deed of its own: it cannot be undone, nor is it told
     */
    public record Command(Deed deed, Choice choice, boolean quiet) {
        /** A deed of its own, to what is named. */
        public Command(Deed deed, Set<ThreadId> threads, Set<EmailId> emails) {
            this(deed, new Choice.These(threads, emails), false);
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /**
         * Done here, and on its way to the servers.
         *
         * @param changed messages that are different now; of deeds that concern conversations, these; may be none
         * @param conversations how many it was done to
         * @param undoUntil until when it can be undone; now when it cannot
         */
        record Changed(ActionId action, long changed, long conversations, Instant undoUntil) implements Result {}

        /** There is no such folder, or it is of another account than some of the messages. */
        record NoSuchMailbox() implements Result {}

        /** None of these conversations and messages is there. */
        record NothingThere() implements Result {}

        /** Nothing can be snoozed until then: it is not ahead, or too far. */
        record NotATime() implements Result {}
    }

    /** Does what {@code command} says to the mail of {@code owner}: all of it or nothing. */
    public Result change(PersonId owner, Command command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (command.deed() instanceof Deed.Snooze(var until) && !isAhead(until, now)) return new Result.NotATime();
        return transactions.call(Actor.of(owner), () -> switch (command.choice()) {
            case Choice.These(var threads, var emails) -> {
                var found = scope.find(threads, emails);
                if (found.isEmpty()) yield new Result.NothingThere();
                if (command.deed() instanceof Deed.Move(var target) && !folders.isOfAll(target, found))
                    yield new Result.NoSuchMailbox();
                var outcome = new Deeds.Outcome();
                deeds.apply(command.deed(), threads, emails, found, now, outcome);
                var all = new HashSet<ThreadId>();
                found.forEach(it -> all.add(it.thread()));
                yield finish(owner, command, outcome, all.size(), all.stream().limit(2).toList(), now);
            }
            case Choice.Listed(var list, var unreadOnly, var except) ->
                all(owner, command, scope.all(list, unreadOnly), except, now);
            case Choice.Found(var query, var except) -> all(owner, command, index.conversations(query), except, now);
        });
    }

    private static boolean isAhead(Instant until, Instant now) {
        return until.isAfter(now) && until.isBefore(now.plus(Duration.ofDays(3_653)));
    }

    private Result all(
            PersonId owner,
            Command command,
            Map<AccountId, List<ThreadId>> found,
            Set<ThreadId> except,
            Instant now) {
        if (found.isEmpty()) return new Result.NothingThere();
        if (command.deed() instanceof Deed.Move(var target) && !isOfAll(target, found.keySet()))
            return new Result.NoSuchMailbox();
        var outcome = new Deeds.Outcome();
        long count = 0;
        var some = new HashSet<ThreadId>();
        var inOrder = new TreeMap<AccountId, List<ThreadId>>(Comparator.comparing(AccountId::value));
        inOrder.putAll(found);
        for (var each : inOrder.values()) {
            var meant = each.stream().filter(it -> !except.contains(it)).toList();
            count += meant.size();
            meant.stream().limit(2).forEach(some::add);
            for (int from = 0; from < meant.size(); from += AT_ONCE) {
                var part = Set.copyOf(meant.subList(from, Math.min(meant.size(), from + AT_ONCE)));
                deeds.apply(command.deed(), part, Set.of(), scope.find(part, Set.of()), now, outcome);
            }
        }
        if (count == 0) return new Result.NothingThere();
        return finish(owner, command, outcome, count, List.copyOf(some), now);
    }

    private boolean isOfAll(MailboxId target, Set<AccountId> accounts) {
        var account = folders.find(target).filter(Mailbox::selectable).map(Mailbox::account);
        return account.isPresent() && accounts.equals(Set.of(account.get()));
    }

    private Result finish(
            PersonId owner, Command command, Deeds.Outcome outcome, long count, List<ThreadId> some, Instant now) {
        deeds.tell(owner, outcome);
        boolean undoable = !outcome.entries().isEmpty() && !command.quiet();
        var until = undoable ? now.plus(ActionLog.UNDOABLE) : now;
        var action = new ActionId(ids.next());
        if (outcome.count() > 0 && !command.quiet()) {
            var story = new ActionLog.Story(
                    command.deed().title(), detail(command.deed()), count, count == 1 ? some : List.of());
            log.record(action, owner, story, outcome.entries(), now, until, now.minus(ActionLog.UNDOABLE));
        }
        return new Result.Changed(action, outcome.count(), count, until);
    }

    private String detail(Deed deed) {
        return switch (deed) {
            case Deed.Label(var label) -> label.name();
            case Deed.Unlabel(var label) -> label.name();
            case Deed.Move(var target) -> folders.find(target).map(Mailbox::name).orElse("");
            case Deed.Snooze(var until) -> until.toString();
            case Deed.Marks other -> "";
            case Deed.Moves other -> "";
            case Deed.Puts other -> "";
            case Deed.Delete() -> "";
        };
    }
}
