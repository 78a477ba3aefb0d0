package org.waxwing.application.rules;

import java.util.List;
import org.waxwing.application.world.House;
import org.waxwing.application.world.SequentialIds;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.WrittenRule;
import org.waxwing.domain.rules.text.TextTest;

/** Where rules are made. */
record Rulebench(House house, SequentialIds ids) {
    static Rulebench in(House house) {
        return new Rulebench(house, new SequentialIds());
    }

    static WrittenRule written(String name, Condition condition, Action... actions) {
        return new WrittenRule(
                false, name, new Rule.Reach.EveryAccount(), condition, List.of(actions), true, false);
    }

    /** Puts a star on what has this in its subject. */
    static WrittenRule star(String subject) {
        return written("Star " + subject, new Condition.Subject(TextTest.contains(subject)), new Action.Star());
    }

    static WrittenRule forEverybody(WrittenRule rule) {
        return new WrittenRule(
                true, rule.name(), rule.reach(), rule.condition(), rule.actions(), rule.enabled(), rule.stop());
    }

    KeepRule keepRule() {
        return new KeepRule(house.transactions(), house.world().rules(), house.world().people(),
                house.world().accounts(), ids);
    }

    RemoveRule removeRule() {
        return new RemoveRule(house.transactions(), house.world().rules(), house.world().people());
    }

    OrderRules orderRules() {
        return new OrderRules(house.transactions(), house.world().rules(), house.world().people());
    }

    SwitchRule switchRule() {
        return new SwitchRule(house.transactions(), house.world().rules(), house.world().people());
    }

    ImportRules importRules() {
        return new ImportRules(house.transactions(), house.world().rules(), house.world().people(),
                house.world().accounts(), ids);
    }

    ExportRules exportRules() {
        return new ExportRules(house.transactions(), house.world().rules(), house.world().people());
    }

    TryRule tryRule() {
        return new TryRule(house.transactions(), house.world().rules(), house.world().people(),
                house.world().ruleMail(), house.lookup(), ids, house.clock());
    }

    Books books(PersonId person) {
        return new ListRules(house.transactions(), house.world().rules(), house.world().people()).list(person);
    }

    List<String> own(PersonId person) {
        return books(person).own().rules().stream().map(Rule::name).toList();
    }

    RuleChange add(Editor editor, WrittenRule rule) {
        return keepRule().keep(editor, new KeepRule.Wish.New(rule));
    }

    /** One that has to be kept. */
    Rule added(Editor editor, WrittenRule rule) {
        return kept(add(editor, rule));
    }

    static Rule kept(RuleChange change) {
        if (change instanceof RuleChange.Kept(var rule)) return rule;
        throw new AssertionError("Not kept: " + change);
    }

    RuleChange change(Editor editor, Rule seen, WrittenRule to) {
        return keepRule().keep(editor, new KeepRule.Wish.Changed(seen.id(), RuleJson.tag(seen), to));
    }
}
