package org.waxwing.application.sorting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.Lessons;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/**
 * Puts conversations where their owner says, and learns from it at once: for mail of the same kind where there is one, so
 * that a sender's receipts and newsletters can part, else for the sender. What is corrected is let in, too.
 */
public class CorrectSorting {
    // what was never looked at is of no kind
    private static final Signs NOTHING_SEEN = Signs.parse("1");

    private final Transactions transactions;
    private final ChangeScope scope;
    private final SortingStore sorting;
    private final Refile refile;
    private final LessonStore lessons;
    private final DecisionStore decisions;
    private final LearnHabits habits;
    private final ActionLog log;
    private final Ids ids;
    private final Clock clock;

    public CorrectSorting(
            Transactions transactions,
            ChangeScope scope,
            SortingStore sorting,
            Refile refile,
            LessonStore lessons,
            DecisionStore decisions,
            LearnHabits habits,
            ActionLog log,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.sorting = sorting;
        this.refile = refile;
        this.lessons = lessons;
        this.decisions = decisions;
        this.habits = habits;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What goes where.
     *
     * @param about for which mail that holds: {@code kind}, {@code sender}, {@code message} or {@code domain}; nothing for
     *     what is sensible
     * @param stored whether mail that is there already is sorted by it, too
     */
    public record Command(
            Set<ThreadId> threads, Set<EmailId> emails, Category category, Optional<String> about, boolean stored) {
        public Command {
            threads = Set.copyOf(threads);
            emails = Set.copyOf(emails);
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /**
         * It is so.
         *
         * @param changed messages that stand elsewhere now
         * @param conversations how many were meant
         */
        record Sorted(ActionId action, long changed, long conversations, Instant undoUntil) implements Result {}

        /** None of these is there, or all of them were written by their owner. */
        record NothingThere() implements Result {}
    }

    /** Does it, all or nothing. */
    public Result correct(PersonId owner, Command command) {
        return transactions.call(Actor.of(owner), () -> {
            var found = scope.find(command.threads(), command.emails());
            var meant = new LinkedHashMap<AccountId, List<StoredMail>>();
            found.stream().collect(Collectors.groupingBy(
                    ChangeScope.Subject::account,
                    Collectors.mapping(ChangeScope.Subject::email, Collectors.toSet())))
                    .forEach((account, emails) -> meant.put(account, received(account, emails)));
            meant.values().removeIf(List::isEmpty);
            if (meant.isEmpty()) return new Result.NothingThere();
            return new Correction(owner, command, meant).make();
        });
    }

    private List<StoredMail> received(AccountId account, Collection<EmailId> emails) {
        return sorting.mail(account, emails).stream().filter(it -> !it.own()).toList();
    }

    /** One correction. */
    private final class Correction {
        private final PersonId owner;
        private final Command command;
        private final Map<AccountId, List<StoredMail>> meant;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final ActionId action = new ActionId(ids.next());
        private final List<ActionLog.Entry> entries = new ArrayList<>();
        private final Map<Lesson.Scope, Lesson> taught = new LinkedHashMap<>();
        private final Set<String> blocked = new HashSet<>();
        private long changed;

        Correction(PersonId owner, Command command, Map<AccountId, List<StoredMail>> meant) {
            this.owner = owner;
            this.command = command;
            this.meant = meant;
        }

        Result make() {
            var threads = new HashSet<ThreadId>();
            meant.values().forEach(mail -> mail.forEach(it -> threads.add(it.thread())));
            for (var mail : meant.values()) latest(mail).forEach(this::teach);
            var any = meant.keySet().iterator().next();
            var all = meant.values().stream().flatMap(List::stream).toList();
            keepLessons(any, all);
            letIn(any, all);
            var stored = stored();
            meant.forEach((account, mail) -> sort(account, mail, stored.getOrDefault(account, List.of())));
            habits.learn(owner);
            var until = now.plus(ActionLog.UNDOABLE);
            log.record(action, owner, new ActionLog.Story(
                    "categorize", command.category().name(), threads.size(),
                    threads.size() == 1 ? List.copyOf(threads) : List.of()), entries, now, until,
                    now.minus(ActionLog.UNDOABLE));
            return new Result.Sorted(action, changed, threads.size(), until);
        }

        private Collection<StoredMail> latest(List<StoredMail> mail) {
            var latest = new LinkedHashMap<ThreadId, StoredMail>();
            for (var it : mail)
                latest.merge(it.thread(), it,
                        (one, other) -> other.receivedAt().isBefore(one.receivedAt()) ? one : other);
            return latest.values();
        }

        private void teach(StoredMail mail) {
            var scopes = Lesson.scopes(mail.id(), mail.sender(), signs(mail));
            var wanted = scopes.stream()
                    .filter(it -> command.about().isEmpty() || it.words().getFirst().equals(command.about().get()))
                    .findFirst();
            keep(wanted.orElse(new Lesson.Scope.OfMessage(mail.id())));
        }

        private void keep(Lesson.Scope about) {
            taught.putIfAbsent(about, new Lesson(new LessonId(ids.next()), about, command.category(), now));
        }

        private void keepLessons(AccountId any, List<StoredMail> all) {
            var known = lessons.about(
                    all.stream().map(StoredMail::id).toList(), all.stream().map(StoredMail::sender).toList());
            var held = new ArrayList<>(taught.values());
            known.stream().filter(it -> !taught.containsKey(it.scope())).forEach(held::add);
            var holding = new Lessons(held);
            // what was meant stays there whenever mail is sorted again: the rest of a conversation, what another lesson is
            // about, and answers in the owner's own conversations
            for (var it : all)
                if (!holds(holding, it)) keep(new Lesson.Scope.OfMessage(it.id()));
            lessons.keep(taught.values());
            entries.add(new ActionLog.Entry.Taught(
                    any, known.stream().filter(it -> taught.containsKey(it.scope())).toList(),
                    List.copyOf(taught.values())));
        }

        private boolean holds(Lessons holding, StoredMail mail) {
            return holding.about(mail.id(), mail.sender(), signs(mail).template())
                    .filter(it -> it.category() == command.category())
                    .filter(it -> !(it.scope().isWide() && mail.inOwnThread()))
                    .isPresent();
        }

        /** Whoever says where somebody's mail belongs wants it; whom the organisation blocks, nobody lets in. */
        private void letIn(AccountId any, List<StoredMail> all) {
            var known = decisions.about(all.stream().map(StoredMail::sender).toList());
            var outside = new HashMap<String, Decision>();
            for (var it : all) {
                if (known.isBlocked(it.sender())) blocked.add(it.sender().key());
                else
                    if (it.filing().placement().admission() != Admission.IN && it.sender().isDeliverable())
                        outside.put(it.sender().key(), new Decision(it.sender().key(), Decision.Verdict.IN, now));
            }
            if (outside.isEmpty()) return;
            decisions.decide(outside.values());
            entries.add(new ActionLog.Entry.Decided(
                    any, known.own().stream().filter(it -> outside.containsKey(it.who())).toList(),
                    List.copyOf(outside.values())));
        }

        private void sort(AccountId account, List<StoredMail> mail, List<StoredMail> stored) {
            var changes = new HashMap<EmailId, Refile.Change>();
            var lines = new ArrayList<HistoryLine>();
            for (var it : mail) {
                var before = it.filing().placement();
                var after = blocked.contains(it.sender().key())
                        ? before.with(command.category())
                        : Placement.in(command.category());
                lines.add(new HistoryLine(
                        it.id(), now, Engine.PERSON, "", Told.CATEGORY, command.category().name(), List.of(),
                        List.of(action)));
                if (!before.equals(after)) changes.put(it.id(), new Refile.Change(before, after));
            }
            refile.file(owner, account, changes, lines);
            note(account, changes);
            sortStored(account, stored, mail.stream().map(StoredMail::id).collect(Collectors.toSet()));
        }

        /** Mail that is there already of those whom this is about. */
        private Map<AccountId, List<StoredMail>> stored() {
            var who = new HashSet<String>();
            for (var mail : meant.values()) mail.forEach(it -> who.add(it.sender().key()));
            for (var about : taught.keySet())
                if (about instanceof Lesson.Scope.OfDomain(var domain)) who.add(domain);
            return SendersMail.of(sorting, who);
        }

        /** What waits outside is let in with the rest in any case. */
        private void sortStored(AccountId account, List<StoredMail> found, Set<EmailId> done) {
            var stored = new ArrayList<>(found);
            stored.removeIf(it -> done.contains(it.id()));
            if (!command.stored())
                stored.removeIf(it -> it.filing().placement().admission() == Admission.IN);
            note(account, refile.refile(owner, account, stored, List.of(action)));
        }

        private void note(AccountId account, Map<EmailId, Refile.Change> changes) {
            changed += changes.size();
            entries.addAll(FiledEntries.of(account, changes));
        }
    }

    private static Signs signs(StoredMail mail) {
        return mail.filing().signs().isEmpty() ? NOTHING_SEEN : mail.filing().signs().getFirst();
    }
}
