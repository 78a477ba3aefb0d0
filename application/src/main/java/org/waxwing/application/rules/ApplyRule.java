package org.waxwing.application.rules;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.dryrun.RuleMail;

/**
 * Has a rule run on all mail of a person that is there, in the background: a job for each account, all of them one action
 * that can be undone.
 */
public class ApplyRule {
    // more than anybody has at once
    private static final int LOOKED_AT = 100;

    private final Transactions transactions;
    private final AccountStore accounts;
    private final RuleMail mail;
    private final JobStore jobs;
    private final MailEvents events;
    private final Ids ids;
    private final Clock clock;
    private final Shelf shelf;

    public ApplyRule(
            Transactions transactions,
            RuleStore rules,
            PersonStore people,
            AccountStore accounts,
            RuleMail mail,
            JobStore jobs,
            MailEvents events,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.mail = mail;
        this.jobs = jobs;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** What became of it. */
    public sealed interface Result {
        /** These jobs do it, or did already when it was asked; none when there is no mail. */
        record Begun(List<Job> jobs) implements Result {
            public Begun {
                jobs = List.copyOf(jobs);
            }
        }

        /** There is no such rule. */
        record NotThere() implements Result {}

        /** It cannot be run. */
        record Invalid(List<RuleProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Begins it, whether the rule is switched on or not. */
    public Result apply(PersonId person, RuleId id) {
        return transactions.call(Actor.of(person), () -> {
            var rule = shelf.books(person).rule(id);
            if (rule.isEmpty()) return new Result.NotThere();
            var problems = RuleCheck.of(rule.get());
            if (!problems.isEmpty()) return new Result.Invalid(problems);
            var running = jobs.latest(LOOKED_AT).stream().filter(it -> isRunning(it, id)).toList();
            return new Result.Begun(running.isEmpty() ? begin(person, rule.get()) : running);
        });
    }

    private static boolean isRunning(Job job, RuleId rule) {
        return job.task() == Job.Task.RULES && job.state() == Job.State.RUNNING
                && job.reference().equals(rule.toString());
    }

    private List<Job> begin(PersonId person, Rule rule) {
        var action = new ActionId(ids.next());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var begun = new ArrayList<Job>();
        for (var account : accounts.all()) {
            long total = rule.covers(account.id()) ? count(account.id()) : 0;
            if (total == 0) continue;
            var job = new Job(
                    new JobId(ids.next()), account.id(), Job.Task.RULES, rule.id().toString(), Job.State.RUNNING,
                    List.of(), 0, total, 0, action, now);
            jobs.begin(job);
            events.publish(new MailEvent.JobDue(person, account.id(), job.id()));
            begun.add(job);
        }
        return begun;
    }

    private long count(AccountId account) {
        return mail.count(new Rule.Reach.OneAccount(account));
    }
}
