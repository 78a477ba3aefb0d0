package org.waxwing.web.faces.rules;

import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Rule;

/**
 * A rule in its list.
 *
 * @param sentence what it says
 * @param reach of whose mail; empty for all
 * @param position among the rules of its owner, counted from 0
 * @param changeable whether the viewer may change it
 * @param sends whether it writes to others
 * @param calls whether it tells programs
 */
public record RuleLine(
        String id, String name, String sentence, String reach, boolean enabled, int position, boolean changeable,
        boolean sends, boolean calls) {
    static RuleLine of(Rule rule, int position, boolean changeable, RuleWords words) {
        return new RuleLine(rule.id().toString(), rule.name(), words.sentence(rule), words.reach(rule), rule.enabled(),
                position, changeable, rule.actions().stream().anyMatch(Action.Sending.class::isInstance),
                rule.actions().stream().anyMatch(Action.Webhook.class::isInstance));
    }
}
