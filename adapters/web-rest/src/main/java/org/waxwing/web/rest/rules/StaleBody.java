package org.waxwing.web.rest.rules;

import org.waxwing.domain.rules.Rule;
import org.waxwing.web.rest.problem.ProblemType;

/** The problem that a rule was changed meanwhile, with what it is now. */
public record StaleBody(String type, String title, int status, RuleBody current) {
    static StaleBody of(Rule now) {
        var stale = ProblemType.STALE;
        return new StaleBody(stale.address().toString(), stale.title(), stale.status(), RuleBody.of(now));
    }
}
