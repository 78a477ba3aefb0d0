package org.waxwing.domain.rules.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.evaluation.Judge.Truth;
import org.waxwing.domain.rules.text.TextTest;

/**
 * Rules made ready for many messages. May be shared between threads, and kept as long as the rules are the same.
 * <p>
 * Rules are asked from the top, and all that match act, up to the first that stops. Each is asked about the message as it
 * was before any of them. Those that are switched off, or are for other accounts, are passed over.
 */
public final class CompiledRules {
    /** A rule and what decides it. */
    private record Ready(Rule rule, Judge judge) {}

    private final List<Ready> rules;
    private final List<Reading.Desk> desks;
    private final Map<RuleId, List<RuleProblem>> leftOut;

    private CompiledRules(List<Ready> rules, List<Reading.Desk> desks, Map<RuleId, List<RuleProblem>> leftOut) {
        this.rules = List.copyOf(rules);
        this.desks = List.copyOf(desks);
        this.leftOut = Map.copyOf(leftOut);
    }

    /** These rules, without those with which something is wrong. */
    public static CompiledRules of(RuleSet rules) {
        var compiler = new Compiler();
        var ready = new ArrayList<Ready>();
        var leftOut = new HashMap<RuleId, List<RuleProblem>>();
        for (var rule : rules.rules()) {
            if (!rule.enabled()) continue;
            var problems = RuleCheck.of(rule);
            if (problems.isEmpty()) ready.add(new Ready(rule, compiler.compile(rule.condition())));
            else leftOut.put(rule.id(), problems);
        }
        return new CompiledRules(ready, compiler.desks(), leftOut);
    }

    /** The rules that are never run, and why. */
    public Map<RuleId, List<RuleProblem>> leftOut() {
        return leftOut;
    }

    /** What these rules say about a message. */
    public Verdict judge(RuleSubject mail, Instant now) {
        var reading = new Reading(mail, desks, now);
        var matches = new ArrayList<Verdict.Match>();
        var open = new ArrayList<Verdict.Open>();
        var effects = new Effects();
        boolean stopped = false;
        for (int i = 0; i < rules.size() && !stopped; i++) {
            var rule = rules.get(i).rule;
            var judge = rules.get(i).judge;
            if (!rule.covers(mail.account())) continue;
            var truth = judge.of(reading);
            if (truth == Truth.UNKNOWN) {
                var questions = new TreeSet<String>();
                judge.ask(reading, questions);
                open.add(new Verdict.Open(rule.id(), questions));
            }
            if (truth != Truth.YES) continue;
            var because = new ArrayList<Condition>();
            judge.explain(reading, because);
            matches.add(new Verdict.Match(rule.id(), because));
            effects.add(rule);
            stopped = rule.stops();
        }
        return new Verdict(matches, effects.effects(), effects.conflicts(), open, stopped);
    }

    /** Gives every test of a text a number and a desk, equal ones the same. */
    private static final class Compiler {
        private record Numbered(Source source, TextTest test) {}

        private final Map<Source, TextIndex.Builder> builders = new LinkedHashMap<>();
        private final Map<Source, Integer> positions = new HashMap<>();
        private final Map<Numbered, Integer> numbers = new HashMap<>();

        Judge compile(Condition condition) {
            return switch (condition) {
                case Condition.All(var all) -> Judge.Each.of(all.stream().map(this::compile).toList());
                case Condition.Any(var any) -> Judge.One.of(any.stream().map(this::compile).toList());
                case Condition.Not not -> new Judge.Opposite(compile(not.condition()), not);
                case Condition.Worded worded -> compileText(worded);
                case Condition.Ai ai -> new Judge.Model(ai);
                case Condition.Leaf leaf -> new Judge.Fact(leaf);
            };
        }

        private Judge compileText(Condition.Worded condition) {
            var source = Source.of(condition);
            int desk = positions.computeIfAbsent(source, it -> positions.size());
            var builder = builders.computeIfAbsent(source, it -> new TextIndex.Builder());
            var numbered = new Numbered(source, condition.text());
            var known = numbers.get(numbered);
            if (known == null) {
                known = numbers.size();
                numbers.put(numbered, known);
                builder.add(condition.text(), known);
            }
            return new Judge.Text(desk, known, condition, source.price());
        }

        List<Reading.Desk> desks() {
            var desks = new ArrayList<Reading.Desk>();
            builders.forEach((source, builder) -> desks.add(new Reading.Desk(source, builder.build())));
            return desks;
        }
    }
}
