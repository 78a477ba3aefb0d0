package org.waxwing.application.rules;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waxwing.application.rules.RuleEffects.Said;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Needs;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleRuns;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.rules.evaluation.CompiledRules;
import org.waxwing.domain.rules.evaluation.Verdict;

/**
 * Runs rules on mail as it arrives: those of the organisation and of its owner, on what came to the inbox since the
 * account was connected. What the first synchronisation brings is old mail, on which rules are run when their owner asks
 * for it; so is what other programs put into other folders, where somebody has sorted it already. On each message rules
 * are run once, however often its arrival is told.
 */
public class RunRules {
    // the clocks of mail servers are not ours
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Needs FIELDS = new Needs(false, true, false);

    private final Transactions transactions;
    private final AccountStore accounts;
    private final MailStore mail;
    private final RuleMail ruleMail;
    private final RuleRuns runs;
    private final Lookup lookup;
    private final RuleEffects effects;
    private final Ids ids;
    private final Clock clock;
    private final Shelf shelf;

    public RunRules(
            Transactions transactions,
            RuleStore rules,
            PersonStore people,
            AccountStore accounts,
            MailStore mail,
            RuleMail ruleMail,
            RuleRuns runs,
            Lookup lookup,
            RuleEffects effects,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.mail = mail;
        this.ruleMail = ruleMail;
        this.runs = runs;
        this.lookup = lookup;
        this.effects = effects;
        this.ids = ids;
        this.clock = clock;
        this.shelf = new Shelf(transactions, rules, people);
    }

    private record Ahead(List<Rule> rules, List<StoredMail> mail) {
        static final Ahead NOTHING = new Ahead(List.of(), List.of());

        Rule rule(RuleId id) {
            return rules.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        }
    }

    /** Runs them; what they do is one transaction. */
    public void run(MailEvent.EmailsArrived arrived) {
        var owner = arrived.owner();
        var actor = Actor.of(owner);
        var ahead = transactions.call(actor, () -> ahead(arrived));
        if (ahead.mail().isEmpty()) return;
        var compiled = CompiledRules.of(new RuleSet(ahead.rules()));
        var now = clock.instant();
        var said = new ArrayList<Said>();
        lookup.each(actor, Needs.of(ahead.rules()), ahead.mail(), few -> few.forEach(
                it -> said.add(said(actor, it, compiled.judge(it, now).effects()))));
        transactions.run(actor, () -> {
            var fresh = runs.begin(arrived.account(), said.stream().map(Said::email).toList());
            Map<RuleId, ActionId> actions = new HashMap<>();
            effects.carryOut(
                    owner, arrived.account(), said.stream().filter(it -> fresh.contains(it.email())).toList(),
                    ahead::rule, rule -> actions.computeIfAbsent(rule, it -> new ActionId(ids.next())));
        });
    }

    /** Whether something may be sent because of a message is told by its header fields. */
    private Said said(Actor actor, ReadMail read, List<Verdict.Effect> effects) {
        var email = read.mail().email();
        if (effects.stream().noneMatch(it -> it.action() instanceof Action.Sending))
            return Said.silently(email, effects);
        var more = lookup.read(actor, FIELDS, read.more(), List.of(read.mail()));
        return new Said(email, effects, List.of(new ReadMail(read.mail(), more)));
    }

    private Ahead ahead(MailEvent.EmailsArrived arrived) {
        var account = accounts.account(arrived.account());
        if (account.isEmpty()) return Ahead.NOTHING;
        var rules = shelf.books(arrived.owner()).set().rules().stream()
                .filter(it -> it.enabled() && it.covers(arrived.account()))
                .toList();
        if (rules.isEmpty()) return Ahead.NOTHING;
        var inInbox = mail.shownIn(arrived.account(), arrived.emails(), MailboxRole.INBOX);
        return new Ahead(rules, ruleMail.those(inInbox).stream().filter(it -> isNews(it, account.get())).toList());
    }

    private static boolean isNews(StoredMail message, Account account) {
        return message.account().equals(account.id())
                && !message.receivedAt().isBefore(account.addedAt().minus(SKEW));
    }
}
