package org.waxwing.application.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.rules.Needs;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.dryrun.DryRun;
import org.waxwing.domain.rules.dryrun.DryRunReport;
import org.waxwing.domain.rules.dryrun.Present;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.rules.dryrun.Tally;
import org.waxwing.domain.rules.evaluation.CompiledRules;
import org.waxwing.domain.rules.json.WrittenRule;
import org.waxwing.domain.sorting.Category;

/**
 * Asks what a rule would do to all mail that ever came, as if it were run after those before it. Changes nothing. Goes
 * through the mail page by page, each in a transaction of its own; what is dear to read is read of those messages alone
 * for which it matters.
 */
public class TryRule {
    /** How many messages are looked at between two looks at whether to go on. */
    public static final int PAGE = 500;

    private static final int SAMPLES = 5;
    // of a message of which nothing is known but that it is none of the rule's business
    private static final Present ANYWHERE = new Present(
            new MailboxId(new UUID(0, 0)), "", MailboxRole.NONE, Set.of(),
            Category.IMBOX, false, Set.of(), Set.of());

    private final Transactions transactions;
    private final RuleMail mail;
    private final Lookup lookup;
    private final Ids ids;
    private final Clock clock;
    private final Shelf shelf;

    public TryRule(
            Transactions transactions,
            RuleStore rules,
            PersonStore people,
            RuleMail mail,
            Lookup lookup,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.mail = mail;
        this.lookup = lookup;
        this.ids = ids;
        this.clock = clock;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** Watches how far it is. */
    @FunctionalInterface
    public interface Watcher {
        /** Whether to go on, after so many messages of so many. Asked before every page. */
        boolean goesOn(long looked, long total);
    }

    /**
     * Which rule.
     *
     * @param changes the rule in whose place it is to be; none or one
     */
    public record Trial(WrittenRule written, List<RuleId> changes) {
        public Trial {
            changes = List.copyOf(changes);
            if (changes.size() > 1) throw new IllegalArgumentException("It takes one place: " + changes.size());
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /**
         * Mail was looked at, latest first.
         *
         * @param total how many messages there were when it began
         * @param complete whether it came to the end
         * @param samples the messages that the report names and that are still there
         */
        record Tried(DryRunReport report, long total, boolean complete, Map<EmailId, StoredMail> samples)
                implements
                    Result {
            public Tried {
                samples = Map.copyOf(samples);
            }
        }

        /** It cannot be run. */
        record Invalid(List<RuleProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Tries a rule until the end, or until the watcher has seen enough. Opens transactions of its own. */
    public Result run(PersonId person, Trial trial, Watcher watcher) {
        var actor = Actor.of(person);
        var books = transactions.call(actor, () -> shelf.books(person));
        var id = trial.changes().isEmpty() ? new RuleId(ids.next()) : trial.changes().getFirst();
        var owner = books.rule(id).map(Rule::owner).orElseGet(() -> trial.written().organisations()
                ? books.organisations().owner()
                : books.own().owner());
        var rule = trial.written().of(id, owner);
        var problems = RuleCheck.of(rule);
        if (!problems.isEmpty()) return new Result.Invalid(problems);
        return new Course(actor, rule, books.set()).run(watcher);
    }

    /** One run. */
    private final class Course {
        private final Actor actor;
        private final Rule rule;
        private final CompiledRules alone;
        private final DryRun run;
        private final Needs own;
        private final Needs others;
        private final Instant now = clock.instant();

        Course(Actor actor, Rule rule, RuleSet all) {
            this.actor = actor;
            this.rule = rule;
            this.alone = CompiledRules.of(new RuleSet(List.of(rule.switchedOn())));
            this.run = new DryRun(rule, all, SAMPLES);
            this.own = Needs.of(List.of(rule));
            this.others = Needs.of(all.with(rule).rules().stream().filter(Rule::enabled).toList());
        }

        Result.Tried run(Watcher watcher) {
            long total = transactions.call(actor, () -> mail.count(rule.reach()));
            long looked = 0;
            var after = ListPosition.START;
            boolean more = total > 0;
            while (more && watcher.goesOn(looked, total)) {
                var from = after;
                var page = transactions.call(actor, () -> mail.page(rule.reach(), from, PAGE));
                for (int i = 0; i < page.items().size(); i += Lookup.AT_ONCE)
                    look(page.items().subList(i, Math.min(i + Lookup.AT_ONCE, page.items().size())));
                looked += page.items().size();
                more = page.more();
                if (more) after = page.items().getLast().position();
            }
            var report = run.report();
            return new Result.Tried(report, total, !more, samples(report));
        }

        private void look(List<StoredMail> messages) {
            var more = lookup.read(actor, own, ReadMail.More.none(), messages);
            var matched = messages.stream()
                    .filter(it -> alone.judge(new ReadMail(it, more), now).isMatchedBy(rule.id()))
                    .toList();
            lookup.read(actor, others, more, matched);
            var emails = matched.stream().map(StoredMail::email).toList();
            Map<EmailId, Present> present = emails.isEmpty()
                    ? Map.of()
                    : transactions.call(actor, () -> mail.present(emails));
            for (var it : messages)
                run.look(it.email(), new ReadMail(it, more), present.getOrDefault(it.email(), ANYWHERE), now);
        }

        private Map<EmailId, StoredMail> samples(DryRunReport report) {
            var wanted = new LinkedHashSet<EmailId>();
            tallies(report).forEach(it -> wanted.addAll(it.samples()));
            return transactions.call(actor, () -> mail.those(wanted)).stream()
                    .collect(Collectors.toMap(StoredMail::email, it -> it));
        }
    }

    private static Stream<Tally> tallies(DryRunReport report) {
        return Stream.of(
                Stream.of(report.matched(), report.open()),
                report.unreached().stream().map(DryRunReport.Unreached::messages),
                report.outcomes().stream().flatMap(it -> Stream.of(it.done(), it.changed())),
                report.clashes().stream().map(DryRunReport.Clash::messages),
                report.againstHand().stream().map(DryRunReport.AgainstHand::messages)).flatMap(it -> it);
    }
}
