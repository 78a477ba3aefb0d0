package org.waxwing.application.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.waxwing.application.jobs.Pieces;
import org.waxwing.application.jobs.Worker;
import org.waxwing.application.rules.RuleEffects.Said;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Needs;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.rules.evaluation.CompiledRules;
import org.waxwing.domain.rules.evaluation.Verdict;

/**
 * Goes on running a rule on stored mail. The rule is asked among all others, as
 * when it is tried: what a rule before it decides, or stops, it does not do. It tells nobody anything: that these messages
 * are there is no news.
 */
public class RunRuleOnStoredMail implements Worker {
    private final Pieces pieces;
    private final RuleMail mail;
    private final Lookup lookup;
    private final RuleEffects effects;
    private final Clock clock;
    private final Shelf shelf;

    public RunRuleOnStoredMail(
            Transactions transactions,
            Pieces pieces,
            RuleStore rules,
            PersonStore people,
            RuleMail mail,
            Lookup lookup,
            RuleEffects effects,
            Clock clock) {
        this.pieces = pieces;
        this.mail = mail;
        this.lookup = lookup;
        this.effects = effects;
        this.clock = clock;
        this.shelf = new Shelf(transactions, rules, people);
    }

    @Override
    public void work(PersonId owner, AccountId account, JobId id) {
        pieces.work(owner, account, id, job -> next(owner, job));
    }

    /** What comes next; nothing when the rule is gone. */
    private Optional<Ahead> next(PersonId owner, Job job) {
        var books = shelf.books(owner);
        return books.rule(RuleId.of(job.reference()))
                .filter(it -> it.covers(job.account()) && RuleCheck.of(it).isEmpty())
                .map(Rule::switchedOn)
                .map(it -> new Ahead(
                        owner, job, it, books.set().with(it), mail.next(job.account(), job.last(), Pieces.SIZE)));
    }

    private final class Ahead implements Pieces.Piece {
        private final PersonId owner;
        private final Job job;
        private final Rule rule;
        private final RuleSet among;
        private final List<StoredMail> found;

        Ahead(PersonId owner, Job job, Rule rule, RuleSet among, List<StoredMail> found) {
            this.owner = owner;
            this.job = job;
            this.rule = rule;
            this.among = among;
            this.found = found;
        }

        @Override
        public List<EmailId> emails() {
            return found.stream().map(StoredMail::email).toList();
        }

        @Override
        public LongSupplier look() {
            var said = judge(Actor.of(owner), rule, among, found);
            return () -> effects.carryOut(owner, job.account(), said, it -> rule, it -> job.action());
        }
    }

    private List<Said> judge(Actor actor, Rule rule, RuleSet among, List<StoredMail> found) {
        var enabled = among.rules().stream().filter(Rule::enabled).toList();
        var compiled = CompiledRules.of(among);
        var now = clock.instant();
        var said = new ArrayList<Said>();
        lookup.each(actor, Needs.of(enabled), found, few -> few.forEach(
                it -> said.add(Said.silently(it.mail().email(), effects(rule, compiled.judge(it, now))))));
        return said;
    }

    /** What this rule does, also where a rule before it wants the same. */
    private static List<Verdict.Effect> effects(Rule rule, Verdict verdict) {
        if (!verdict.isMatchedBy(rule.id())) return List.of();
        return verdict.effects().stream()
                .map(Verdict.Effect::action)
                .filter(it -> rule.actions().contains(it) && !(it instanceof Action.Telling))
                .map(it -> new Verdict.Effect(rule.id(), it))
                .toList();
    }
}
