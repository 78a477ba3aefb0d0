package org.waxwing.domain.rules.evaluation;

import java.util.List;
import java.util.Set;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.RuleId;

/**
 * What rules say about one message.
 *
 * @param matches the rules that match, in their order, up to the first that stops
 * @param effects what is to be done, in the order of the rules: nothing twice, and of what excludes each other the first
 * @param conflicts what is therefore not done
 * @param open the rules of which it is not known whether they match, because a model has not answered; they count as not
 *     matching
 * @param stopped whether the last that matches has passed over rules behind it
 */
public record Verdict(
        List<Match> matches, List<Effect> effects, List<Conflict> conflicts, List<Open> open, boolean stopped) {
    /**
     * A rule that matches.
     *
     * @param because what made it match, in the order it is written: of {@link Condition.Any} the first that holds, those
     *     that ask a model last; what does not hold stands there with its {@link Condition.Not}
     */
    public record Match(RuleId rule, List<Condition> because) {
        public Match {
            because = List.copyOf(because);
        }
    }

    /** Something to be done, and the first rule that wants it. */
    public record Effect(RuleId rule, Action action) {}

    /** What a message can have one of. */
    public enum Matter {
        PLACE,
        CATEGORY,
        SNOOZE,
        /** Whether it has a certain label. */
        LABEL,
        REPLY
    }

    /** Two rules want something of which only one can be. */
    public record Conflict(Matter matter, Effect done, Effect leftOut) {}

    /** A rule that waits for the answers to these questions. */
    public record Open(RuleId rule, Set<String> questions) {
        public Open {
            questions = Set.copyOf(questions);
        }
    }

    public Verdict {
        matches = List.copyOf(matches);
        effects = List.copyOf(effects);
        conflicts = List.copyOf(conflicts);
        open = List.copyOf(open);
    }

    /** Whether that rule matches. */
    public boolean isMatchedBy(RuleId rule) {
        return matches.stream().anyMatch(it -> it.rule().equals(rule));
    }
}
