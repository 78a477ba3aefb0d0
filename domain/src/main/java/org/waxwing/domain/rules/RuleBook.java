package org.waxwing.domain.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one owner in order, at most {@value #MOST}.
 *
 * @param version how often they were kept so far; 0 for whoever never had any. Whoever changes them says which version
 *     they saw
 */
public record RuleBook(RuleOwner owner, List<Rule> rules, long version) {
    /** More than anybody keeps in their head, and few enough to be run on every message. */
    public static final int MOST = 500;

    public RuleBook {
        rules = List.copyOf(rules);
        if (rules.size() > MOST) throw new IllegalArgumentException("More than " + MOST + " rules: " + rules.size());
        if (version < 0) throw new IllegalArgumentException("Versions are counted from 0: " + version);
        for (var rule : rules)
            if (!rule.owner().equals(owner)) throw new IllegalArgumentException("Somebody else's: " + rule.id());
        if (rules.stream().map(Rule::id).distinct().count() < rules.size())
            throw new IllegalArgumentException("A rule stands there twice");
    }

    /** Of somebody who never had a rule. */
    public static RuleBook emptyOf(RuleOwner owner) {
        return new RuleBook(owner, List.of(), 0);
    }

    /** The rule of that id, if it is here. */
    public Optional<Rule> rule(RuleId id) {
        return rules.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Whether there is room for one more. */
    public boolean hasRoom() {
        return rules.size() < MOST;
    }

    /** The same with {@code rule} in the place of the one of its id, or behind all others when there is none. */
    public RuleBook with(Rule rule) {
        var changed = new ArrayList<>(rules);
        changed.replaceAll(it -> it.id().equals(rule.id()) ? rule : it);
        if (rule(rule.id()).isEmpty()) changed.add(rule);
        return new RuleBook(owner, changed, version);
    }

    /** The same without the rule of that id. */
    public RuleBook without(RuleId id) {
        return new RuleBook(owner, rules.stream().filter(it -> !it.id().equals(id)).toList(), version);
    }

    /** The same with a rule moved, so that it stands at {@code position}, counted from 0, or as near as there is one. */
    public RuleBook moved(RuleId id, int position) {
        var moving = rule(id);
        if (moving.isEmpty()) return this;
        var changed = new ArrayList<>(without(id).rules());
        changed.add(Math.clamp(position, 0, changed.size()), moving.get());
        return new RuleBook(owner, changed, version);
    }
}
