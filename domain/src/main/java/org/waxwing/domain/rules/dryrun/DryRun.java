package org.waxwing.domain.rules.dryrun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.evaluation.CompiledRules;
import org.waxwing.domain.rules.evaluation.Verdict;
import org.waxwing.domain.rules.evaluation.Verdict.Conflict;
import org.waxwing.domain.rules.evaluation.Verdict.Matter;

/**
 * Asks what a rule would do, message by message. The rule is asked among all others, and counts as switched on. The same
 * messages in the same order give the same report. Not for several threads at once.
 */
public final class DryRun {
    private record ClashKey(Matter matter, Action action, RuleId other, Action otherAction, boolean wins) {}

    private static final class Done {
        final Counter done;
        final Counter changed;
        final Counter againstHand;

        Done(int samples) {
            this.done = new Counter(samples);
            this.changed = new Counter(samples);
            this.againstHand = new Counter(samples);
        }
    }

    private final RuleId rule;
    private final int samples;
    private final CompiledRules among;
    private final CompiledRules alone;
    private final Counter matched;
    private final Counter open;
    private final Map<Action, Done> actions = new LinkedHashMap<>();
    private final Map<RuleId, Counter> unreached = new LinkedHashMap<>();
    private final Map<ClashKey, Counter> clashes = new LinkedHashMap<>();
    private long looked;

    /**
     * A run that has not begun.
     *
     * @param rule as it is to be; what {@code others} may have under its id is not asked
     * @param others all rules of its owner
     * @param samples how many messages are kept to look at, for each number; at least 2
     * @throws IllegalArgumentException something is wrong with the rule, or there are too few samples
     */
    public DryRun(Rule rule, RuleSet others, int samples) {
        if (samples < 2) throw new IllegalArgumentException("The first and the last are two: " + samples);
        var active = rule.switchedOn();
        this.rule = rule.id();
        this.samples = samples;
        this.among = CompiledRules.of(others.with(active));
        this.alone = CompiledRules.of(new RuleSet(List.of(active)));
        if (!alone.leftOut().isEmpty())
            throw new IllegalArgumentException("Cannot be run: " + alone.leftOut().get(rule.id()));
        this.matched = new Counter(samples);
        this.open = new Counter(samples);
        for (var action : rule.actions())
            if (!(action instanceof Action.Stop)) actions.put(action, new Done(samples));
    }

    /** Looks at a message, as if it arrived at {@code now}. */
    public void look(EmailId email, RuleSubject mail, Present present, Instant now) {
        looked++;
        // most messages are none of the rule's business
        var own = alone.judge(mail, now);
        if (!own.open().isEmpty()) open.add(email);
        if (!own.isMatchedBy(rule)) return;
        var verdict = among.judge(mail, now);
        if (!verdict.isMatchedBy(rule)) {
            counter(unreached, verdict.matches().getLast().rule()).add(email);
            return;
        }
        matched.add(email);
        count(email, verdict, present);
        verdict.conflicts().forEach(it -> count(email, it));
    }

    private void count(EmailId email, Verdict verdict, Present present) {
        for (var effect : verdict.effects()) {
            var done = actions.get(effect.action());
            // the same wish of a rule before this one is this one's, too
            if (done == null) continue;
            done.done.add(email);
            if (Change.makes(effect.action(), present)) done.changed.add(email);
            if (Change.undoes(effect.action(), present)) done.againstHand.add(email);
        }
    }

    private void count(EmailId email, Conflict conflict) {
        var done = conflict.done();
        var leftOut = conflict.leftOut();
        if (done.rule().equals(rule))
            counter(clashes, new ClashKey(conflict.matter(), done.action(), leftOut.rule(), leftOut.action(), true))
                    .add(email);
        else
            if (leftOut.rule().equals(rule))
                counter(clashes, new ClashKey(conflict.matter(), leftOut.action(), done.rule(), done.action(), false))
                        .add(email);
    }

    private <K> Counter counter(Map<K, Counter> counters, K key) {
        return counters.computeIfAbsent(key, it -> new Counter(samples));
    }

    /** What was found so far. */
    public DryRunReport report() {
        var outcomes = new ArrayList<DryRunReport.Outcome>();
        var againstHand = new ArrayList<DryRunReport.AgainstHand>();
        actions.forEach((action, it) -> {
            outcomes.add(new DryRunReport.Outcome(action, it.done.tally(), it.changed.tally()));
            var undone = it.againstHand.tally();
            if (undone.count() > 0) againstHand.add(new DryRunReport.AgainstHand(action, undone));
        });
        var stopped = new ArrayList<DryRunReport.Unreached>();
        unreached.forEach((by, it) -> stopped.add(new DryRunReport.Unreached(by, it.tally())));
        var clashing = new ArrayList<DryRunReport.Clash>();
        clashes.forEach((it, counter) -> clashing.add(new DryRunReport.Clash(
                it.matter, it.action, it.other, it.otherAction, it.wins, counter.tally())));
        return new DryRunReport(looked, matched.tally(), stopped, open.tally(), outcomes, clashing, againstHand);
    }
}
