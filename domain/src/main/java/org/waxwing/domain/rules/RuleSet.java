package org.waxwing.domain.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * All rules that mail of one person goes through, in the order in which they are run: those of the organisation before
 * the person's own, whatever order they were given in, since the first to decide something decides it.
 */
public record RuleSet(List<Rule> rules) {
    /** No rule at all. */
    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        var ids = new HashSet<RuleId>();
        for (var rule : rules)
            if (!ids.add(rule.id())) throw new IllegalArgumentException("A rule stands there twice: " + rule.id());
        var ordered = new ArrayList<Rule>(rules.size());
        for (var rule : rules) if (rule.isOrganisations()) ordered.add(rule);
        for (var rule : rules) if (!rule.isOrganisations()) ordered.add(rule);
        rules = List.copyOf(ordered);
    }

    /** The rules of an organisation, and behind them those of one of its people. */
    public static RuleSet of(RuleBook organisations, RuleBook own) {
        var all = new ArrayList<>(organisations.rules());
        all.addAll(own.rules());
        return new RuleSet(all);
    }

    /** The same with {@code rule} in the place of the one of its id, or behind all others when there is none. */
    public RuleSet with(Rule rule) {
        var changed = new ArrayList<>(rules);
        changed.replaceAll(it -> it.id().equals(rule.id()) ? rule : it);
        if (rules.stream().noneMatch(it -> it.id().equals(rule.id()))) changed.add(rule);
        return new RuleSet(changed);
    }
}
