package org.waxwing.application.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.FiledEntries;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.sorting.SendersMail;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.SortingStore;

/** Lets senders in, or keeps them out, with what is stored of them. */
public class DecideSenders {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final DecisionStore decisions;
    private final LessonStore lessons;
    private final SortingStore sorting;
    private final Refile refile;
    private final ActionLog log;
    private final Ids ids;
    private final Clock clock;

    public DecideSenders(
            Transactions transactions,
            AccountStore accounts,
            DecisionStore decisions,
            LessonStore lessons,
            SortingStore sorting,
            Refile refile,
            ActionLog log,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.decisions = decisions;
        this.lessons = lessons;
        this.sorting = sorting;
        this.refile = refile;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** What becomes of a sender's mail. */
    public enum Outcome {
        /** It is wanted, and sorted by what it is. */
        IN,
        IMBOX,
        FEED,
        PAPER_TRAIL,
        /** It is not wanted. */
        OUT;

        private Optional<Category> category() {
            return switch (this) {
                case IMBOX -> Optional.of(Category.IMBOX);
                case FEED -> Optional.of(Category.FEED);
                case PAPER_TRAIL -> Optional.of(Category.PAPER_TRAIL);
                case IN, OUT -> Optional.empty();
            };
        }
    }

    /**
     * About whom, and what.
     *
     * @param who an address, or a domain
     */
    public record Wish(String who, Outcome outcome) {
        public Wish {
            who = who.strip().toLowerCase(Locale.ROOT);
        }

        /**
         * The decision that this wishes for.
         *
         * @throws IllegalArgumentException it is about neither an address nor a domain
         */
        Decision decision(Instant now) {
            return new Decision(who, outcome == Outcome.OUT ? Decision.Verdict.OUT : Decision.Verdict.IN, now);
        }
    }

    /** What came of it; {@code changed} counts messages. */
    public record Decided(ActionId action, long changed, long senders, Instant undoUntil) {}

    /**
     * Decides for {@code owner}, all or nothing; nothing comes of it for somebody without an account.
     *
     * @throws IllegalArgumentException one of these is neither an address nor a domain
     */
    public Optional<Decided> decide(PersonId owner, Collection<Wish> wishes) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var made = wishes.stream().map(it -> it.decision(now)).toList();
        return transactions.call(Actor.of(owner), () -> {
            var all = accounts.all();
            if (all.isEmpty() || made.isEmpty()) return Optional.empty();
            var action = new ActionId(ids.next());
            var any = all.getFirst().id();
            var entries = new ArrayList<ActionLog.Entry>();
            var who = made.stream().map(Decision::who).collect(Collectors.toSet());
            entries.add(new ActionLog.Entry.Decided(any, decisions.decided(who), made));
            decisions.decide(made);
            teach(wishes, now).ifPresent(it -> entries.add(new ActionLog.Entry.Taught(any, it.before(), it.after())));
            long changed = 0;
            for (var stored : SendersMail.of(sorting, who).entrySet()) {
                var changes = refile.refile(owner, stored.getKey(), stored.getValue(), List.of(action));
                changed += changes.size();
                entries.addAll(FiledEntries.of(stored.getKey(), changes));
            }
            var until = now.plus(ActionLog.UNDOABLE);
            var outcomes = wishes.stream().map(Wish::outcome).distinct().toList();
            log.record(action, owner, new ActionLog.Story(
                    outcomes.equals(List.of(Outcome.OUT)) ? "screen-out" : "screen-in",
                    who.size() == 1 ? who.iterator().next() : "", who.size(), List.of()),
                    entries, now, until, now.minus(ActionLog.UNDOABLE));
            return Optional.of(new Decided(action, changed, who.size(), until));
        });
    }

    private record Teaching(List<Lesson> before, List<Lesson> after) {}

    private Optional<Teaching> teach(Collection<Wish> wishes, Instant now) {
        var taught = new LinkedHashMap<Lesson.Scope, Lesson>();
        for (var wish : wishes)
            wish.outcome().category().ifPresent(category -> {
                var scope = scope(wish.who());
                taught.put(scope, new Lesson(new LessonId(ids.next()), scope, category, now));
            });
        if (taught.isEmpty()) return Optional.empty();
        var before = lessons.all().stream().filter(it -> taught.containsKey(it.scope())).toList();
        lessons.keep(taught.values());
        return Optional.of(new Teaching(before, List.copyOf(taught.values())));
    }

    private static Lesson.Scope scope(String who) {
        return who.indexOf('@') < 0 ? new Lesson.Scope.OfDomain(who) : new Lesson.Scope.OfSender(who);
    }
}
