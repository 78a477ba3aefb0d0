package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.rules.Condition;

/** Puts conditions together the way a person would: without what says nothing, and no deeper than needed. */
final class Shorter {
    static final Condition ALWAYS = new Condition.Always();
    static final Condition NEVER = new Condition.Not(ALWAYS);

    private Shorter() {}

    static Condition all(List<Condition> conditions) {
        var needed = new ArrayList<Condition>();
        for (var it : conditions) {
            if (it.equals(NEVER)) return NEVER;
            if (it instanceof Condition.All(var inner)) needed.addAll(inner);
            else if (!it.equals(ALWAYS)) needed.add(it);
        }
        if (needed.isEmpty()) return ALWAYS;
        return needed.size() == 1 ? needed.getFirst() : new Condition.All(needed);
    }

    static Condition any(List<Condition> conditions) {
        var needed = new ArrayList<Condition>();
        for (var it : conditions) {
            if (it.equals(ALWAYS)) return ALWAYS;
            if (it instanceof Condition.Any(var inner)) needed.addAll(inner);
            else if (!it.equals(NEVER)) needed.add(it);
        }
        if (needed.isEmpty()) return NEVER;
        return needed.size() == 1 ? needed.getFirst() : new Condition.Any(needed);
    }

    static Condition not(Condition condition) {
        return condition instanceof Condition.Not(var inner) ? inner : new Condition.Not(condition);
    }
}
