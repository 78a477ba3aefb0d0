package org.waxwing.application.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.Refile;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** Lets senders in, or keeps them out, with what is stored of them; for oneself, or for the whole organisation. */
public class DecideSenders {
    private static final Duration UNDOABLE = Duration.ofDays(30);
    private static final int MOST_STORED = 5_000;
    private static final int SHOWN = 500;

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
        var made = wishes.stream().map(it -> decision(it, now)).toList();
        return transactions.call(Actor.of(owner), () -> {
            var all = accounts.all();
            if (all.isEmpty() || made.isEmpty()) return Optional.empty();
            var action = new ActionId(ids.next());
            var any = all.getFirst().id();
            var entries = new ArrayList<ActionLog.Entry>();
            var who = made.stream().map(Decision::who).collect(Collectors.toSet());
            entries.add(new ActionLog.Entry.Decided(any, before(who), made));
            decisions.decide(made);
            teach(wishes, now).ifPresent(it -> entries.add(new ActionLog.Entry.Taught(any, it.before(), it.after())));
            long changed = 0;
            for (var account : all) {
                var changes = refile.refile(owner, account.id(), stored(account, who), List.of(action));
                changed += changes.size();
                entries.addAll(Refile.entries(account.id(), changes));
            }
            var until = now.plus(UNDOABLE);
            var outcomes = wishes.stream().map(Wish::outcome).distinct().toList();
            log.record(action, owner, new ActionLog.Story(
                    outcomes.equals(List.of(Outcome.OUT)) ? "screen-out" : "screen-in",
                    who.size() == 1 ? who.iterator().next() : "", who.size(), List.of()),
                    entries, now, until, now.minus(UNDOABLE));
            return Optional.of(new Decided(action, changed, who.size(), until));
        });
    }

    private static Decision decision(Wish wish, Instant now) {
        return new Decision(
                wish.who(), wish.outcome() == Outcome.OUT ? Decision.Verdict.OUT : Decision.Verdict.IN, now);
    }

    private List<Decision> before(Set<String> who) {
        return decisions.own(Integer.MAX_VALUE).stream().filter(it -> who.contains(it.who())).toList();
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
        taught.values().forEach(lessons::keep);
        return Optional.of(new Teaching(before, List.copyOf(taught.values())));
    }

    private static Lesson.Scope scope(String who) {
        return who.indexOf('@') < 0 ? new Lesson.Scope.OfDomain(who) : new Lesson.Scope.OfSender(who);
    }

    private List<StoredMail> stored(Account account, Set<String> who) {
        var found = new LinkedHashMap<EmailId, StoredMail>();
        var senders = who.stream().filter(it -> it.indexOf('@') >= 0).collect(Collectors.toSet());
        var domains = who.stream().filter(it -> it.indexOf('@') < 0).collect(Collectors.toSet());
        sorting.from(account.id(), senders, MOST_STORED).forEach(it -> found.put(it.id(), it));
        sorting.fromDomains(account.id(), domains, MOST_STORED).forEach(it -> found.put(it.id(), it));
        return List.copyOf(found.values());
    }

    /** What {@code owner} has decided, the latest first. */
    public List<Decision> own(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> decisions.own(SHOWN));
    }

    /** Takes a decision of {@code owner} back: their mail is sorted as if nobody had decided. */
    public void forget(PersonId owner, String who) {
        var whose = Set.of(who.strip().toLowerCase(Locale.ROOT));
        transactions.run(Actor.of(owner), () -> {
            decisions.forget(whose);
            for (var account : accounts.all())
                refile.refile(owner, account.id(), stored(account, whose), List.of());
        });
    }

    /** What the organisation has decided, for everybody in it. */
    public List<Decision> organisations(PersonId member) {
        return transactions.call(Actor.of(member), decisions::organisations);
    }

    /**
     * Decides for everybody; the caller knows that {@code administrator} may. Mail that is there already is sorted by it
     * when its owner has it sorted again; the administrator's own at once.
     *
     * @throws IllegalArgumentException one of these is neither an address nor a domain
     */
    public void decideForAll(PersonId administrator, Collection<Wish> wishes) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var made = wishes.stream().map(it -> decision(it, now)).toList();
        transactions.run(Actor.of(administrator), () -> {
            decisions.decideForAll(made);
            var who = made.stream().map(Decision::who).collect(Collectors.toSet());
            for (var account : accounts.all())
                refile.refile(administrator, account.id(), stored(account, who), List.of());
        });
    }

    /** Takes a decision for everybody back. */
    public void forgetForAll(PersonId administrator, String who) {
        transactions.run(Actor.of(administrator), () -> decisions.forgetForAll(
                Set.of(who.strip().toLowerCase(Locale.ROOT))));
    }
}
