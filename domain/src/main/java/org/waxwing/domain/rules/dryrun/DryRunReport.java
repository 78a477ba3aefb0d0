package org.waxwing.domain.rules.dryrun;

import java.util.List;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.evaluation.Verdict.Matter;

/**
 * What a rule would do to the messages that were looked at, if all rules were run on them.
 *
 * @param looked how many there were
 * @param matched those that the rule matches and that come as far as to it
 * @param unreached those that it matches and that a rule before it stops, by that rule
 * @param open those of which it is not known, because a model has not answered
 * @param outcomes one for each action of the rule, in its order, without stop
 * @param clashes what this rule and another want of the same messages, where only one can be
 * @param againstHand where an action would undo what their owner decided by hand
 */
public record DryRunReport(
        long looked,
        Tally matched,
        List<Unreached> unreached,
        Tally open,
        List<Outcome> outcomes,
        List<Clash> clashes,
        List<AgainstHand> againstHand) {
    /** Messages that a rule before this one stops. */
    public record Unreached(RuleId stoppedBy, Tally messages) {}

    /**
     * What an action comes to.
     *
     * @param done the messages it is done to; without those for which another rule decides
     * @param changed those of them that would then be different from now. Telling others counts as different: it is for
     *     mail that arrives, and whoever runs rules on mail that is there leaves it out
     */
    public record Outcome(Action action, Tally done, Tally changed) {}

    /**
     * Messages of which two rules want different things.
     *
     * @param wins whether it is this rule's action that is done
     */
    public record Clash(Matter matter, Action action, RuleId other, Action otherAction, boolean wins, Tally messages) {}

    /** Messages for which an action is not what their owner did. */
    public record AgainstHand(Action action, Tally messages) {}

    public DryRunReport {
        unreached = List.copyOf(unreached);
        outcomes = List.copyOf(outcomes);
        clashes = List.copyOf(clashes);
        againstHand = List.copyOf(againstHand);
    }
}
