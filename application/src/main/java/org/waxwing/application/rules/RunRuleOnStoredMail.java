package org.waxwing.application.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.rules.RuleEffects.Said;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.WorkOnJobs;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;
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
 * Goes on running a rule on stored mail, some hundred messages in one transaction. The rule is asked among all others, as
 * when it is tried: what a rule before it decides, or stops, it does not do. It tells nobody anything: that these messages
 * are there is no news.
 */
public class RunRuleOnStoredMail implements WorkOnJobs.Worker {
    static final int PIECE = 500;
    private static final int PIECES = 10;

    private final Transactions transactions;
    private final RuleMail mail;
    private final JobStore jobs;
    private final ActionLog log;
    private final Lookup lookup;
    private final RuleEffects effects;
    private final MailEvents events;
    private final Clock clock;
    private final Shelf shelf;

    public RunRuleOnStoredMail(
            Transactions transactions,
            RuleStore rules,
            PersonStore people,
            RuleMail mail,
            JobStore jobs,
            ActionLog log,
            Lookup lookup,
            RuleEffects effects,
            MailEvents events,
            Clock clock) {
        this.transactions = transactions;
        this.mail = mail;
        this.jobs = jobs;
        this.log = log;
        this.lookup = lookup;
        this.effects = effects;
        this.events = events;
        this.clock = clock;
        this.shelf = new Shelf(transactions, rules, people);
    }

    @Override
    public void work(PersonId owner, AccountId account, JobId id) {
        for (int i = 0; i < PIECES; i++) if (!piece(owner, account, id)) return;
        transactions.run(Actor.of(owner), () -> events.publish(new MailEvent.JobDue(owner, account, id)));
    }

    private record Ahead(Job job, Rule rule, RuleSet among, List<StoredMail> mail) {
        List<EmailId> emails() {
            return mail.stream().map(StoredMail::email).toList();
        }
    }

    private boolean piece(PersonId owner, AccountId account, JobId id) {
        var actor = Actor.of(owner);
        var found = transactions.call(actor, () -> ahead(owner, account, id));
        if (found.isEmpty()) return false;
        var ahead = found.get();
        var said = judge(actor, ahead);
        return transactions.call(actor, () -> {
            var job = jobs.take(id).filter(it -> it.state() == Job.State.RUNNING);
            // somebody else was at it meanwhile: an event can come twice
            if (job.isEmpty() || !job.get().equals(ahead.job())) return false;
            // whoever takes back what it did so far wants no more of it
            if (log.isUndone(job.get().action())) {
                jobs.note(job.get().ended(Job.State.CANCELLED));
                return false;
            }
            long changed = effects.carryOut(
                    owner, account, said, rule -> ahead.rule(), rule -> ahead.job().action());
            var further = job.get().after(ahead.emails(), changed);
            boolean more = ahead.mail().size() == PIECE;
            jobs.note(more ? further : further.ended(Job.State.DONE));
            return more;
        });
    }

    /** What comes next; nothing when the job has ended, or its rule is gone, which ends it. */
    private Optional<Ahead> ahead(PersonId owner, AccountId account, JobId id) {
        var job = jobs.take(id).filter(it -> it.state() == Job.State.RUNNING);
        if (job.isEmpty()) return Optional.empty();
        var books = shelf.books(owner);
        var rule = books.rule(RuleId.of(job.get().reference()))
                .filter(it -> it.covers(account) && RuleCheck.of(it).isEmpty());
        if (rule.isEmpty()) jobs.note(job.get().ended(Job.State.CANCELLED));
        return rule.map(Rule::switchedOn).map(it -> new Ahead(
                job.get(), it, books.set().with(it), mail.next(account, job.get().last(), PIECE)));
    }

    private List<Said> judge(Actor actor, Ahead ahead) {
        var enabled = ahead.among().rules().stream().filter(Rule::enabled).toList();
        var compiled = CompiledRules.of(ahead.among());
        var now = clock.instant();
        var said = new ArrayList<Said>();
        lookup.each(actor, Needs.of(enabled), ahead.mail(), few -> few.forEach(
                it -> said.add(new Said(it.mail().email(), effects(ahead.rule(), compiled.judge(it, now))))));
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
