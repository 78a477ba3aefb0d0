package org.waxwing.domain.rules.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.evaluation.Verdict.Conflict;
import org.waxwing.domain.rules.evaluation.Verdict.Effect;
import org.waxwing.domain.rules.evaluation.Verdict.Matter;

/**
 * What the actions of several rules come to. The first to decide about a matter decides it: rules are read from the top,
 * as people read them, and those of the organisation stand there. Labels, marks and messages to others add up, as they do
 * with Gmail's filters.
 */
final class Effects {
    /**
     * What excludes each other: two wishes with the same.
     *
     * @param label which one; empty where it is about no label
     */
    private record Subject(Matter matter, String label) {}

    private final Map<Action, Effect> effects = new LinkedHashMap<>();
    private final Map<Subject, Effect> decided = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    void add(Rule rule) {
        for (var action : rule.actions()) if (!(action instanceof Action.Stop)) add(new Effect(rule.id(), action));
    }

    private void add(Effect wish) {
        if (effects.containsKey(wish.action())) return;
        var subject = subject(wish.action());
        var first = subject.map(decided::get);
        if (first.isPresent()) {
            conflicts.add(new Conflict(subject.get().matter(), first.get(), wish));
            return;
        }
        subject.ifPresent(it -> decided.put(it, wish));
        effects.put(wish.action(), wish);
    }

    private static Optional<Subject> subject(Action action) {
        return switch (action) {
            case Action.Placing it -> Optional.of(new Subject(Matter.PLACE, ""));
            case Action.Categorise it -> Optional.of(new Subject(Matter.CATEGORY, ""));
            case Action.Snooze it -> Optional.of(new Subject(Matter.SNOOZE, ""));
            case Action.Reply it -> Optional.of(new Subject(Matter.REPLY, ""));
            case Action.Label(var label) -> Optional.of(new Subject(Matter.LABEL, label.name()));
            case Action.Unlabel(var label) -> Optional.of(new Subject(Matter.LABEL, label.name()));
            case Action.Star it -> Optional.empty();
            case Action.Read it -> Optional.empty();
            case Action.Forward it -> Optional.empty();
            case Action.Notify it -> Optional.empty();
            case Action.Webhook it -> Optional.empty();
            case Action.Stop it -> Optional.empty();
        };
    }

    List<Effect> effects() {
        return List.copyOf(effects.values());
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }
}
