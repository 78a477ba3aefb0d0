package org.waxwing.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.rules.Rulebench.forEverybody;
import static org.waxwing.application.rules.Rulebench.kept;
import static org.waxwing.application.rules.Rulebench.star;
import static org.waxwing.application.rules.Rulebench.written;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.json.WrittenRule;

class ChangeRulesTest {
    private final House house = new House();
    private final Rulebench bench = Rulebench.in(house);
    private final Editor ada = new Editor(house.world().somebody(), false);
    private final Editor eve = new Editor(house.world().somebody(), false);
    private final Editor chief = new Editor(house.world().somebody(), true);

    @Test
    void keeps_rules_one_behind_the_other() {
        bench.added(ada, star("lunch"));
        bench.added(ada, star("dinner"));

        assertThat(bench.own(ada.person())).containsExactly("Star lunch", "Star dinner");
        assertThat(bench.own(eve.person())).isEmpty();
    }

    @Test
    void changes_what_a_rule_says_in_its_place() {
        var first = bench.added(ada, star("lunch"));
        bench.added(ada, star("dinner"));

        var changed = kept(bench.change(ada, first, star("breakfast")));

        assertThat(changed.id()).isEqualTo(first.id());
        assertThat(bench.own(ada.person())).containsExactly("Star breakfast", "Star dinner");
    }

    @Test
    void tells_what_is_wrong_and_keeps_nothing() {
        var told = bench.add(ada, written("", new Condition.Any(List.of()), new Action.Star()));

        assertThat(told).isInstanceOf(RuleChange.Invalid.class);
        assertThat(((RuleChange.Invalid) told).problems()).extracting(RuleProblem::reason).containsExactly(
                RuleProblem.Reason.NAME_MISSING, RuleProblem.Reason.GROUP_EMPTY);
        assertThat(bench.own(ada.person())).isEmpty();
    }

    @Test
    void overwrites_nothing_that_was_changed_meanwhile() {
        var seen = bench.added(ada, star("lunch"));
        var meanwhile = kept(bench.change(ada, seen, star("breakfast")));

        assertThat(bench.change(ada, seen, star("dinner"))).isEqualTo(new RuleChange.ChangedMeanwhile(meanwhile));
        assertThat(bench.removeRule().remove(ada, seen.id(), "0123"))
                .isEqualTo(new RuleChange.ChangedMeanwhile(meanwhile));
        assertThat(bench.own(ada.person())).containsExactly("Star breakfast");
    }

    @Test
    void does_not_mind_that_another_rule_was_changed_meanwhile() {
        var first = bench.added(ada, star("lunch"));
        var second = bench.added(ada, star("dinner"));
        bench.change(ada, second, star("supper"));

        kept(bench.change(ada, first, star("breakfast")));

        assertThat(bench.own(ada.person())).containsExactly("Star breakfast", "Star supper");
    }

    @Test
    void removes_orders_and_switches() {
        var first = bench.added(ada, star("a"));
        var second = bench.added(ada, star("b"));
        var third = bench.added(ada, star("c"));

        kept(bench.orderRules().move(ada, third.id(), 0));
        assertThat(kept(bench.switchRule().turn(ada, second.id(), false)).enabled()).isFalse();
        assertThat(bench.removeRule().remove(ada, first.id(), "")).isEqualTo(new RuleChange.Removed());

        assertThat(bench.books(ada.person()).own().rules()).containsExactly(third, second.switchedOff());
        assertThat(kept(bench.switchRule().turn(ada, second.id(), true))).isEqualTo(second);
    }

    @Test
    void knows_no_rule_of_somebody_else() {
        var hers = bench.added(ada, star("lunch"));

        assertThat(bench.change(eve, hers, star("x"))).isEqualTo(new RuleChange.NotThere());
        assertThat(bench.removeRule().remove(eve, hers.id(), "")).isEqualTo(new RuleChange.NotThere());
        assertThat(bench.orderRules().move(eve, hers.id(), 0)).isEqualTo(new RuleChange.NotThere());
        assertThat(bench.switchRule().turn(eve, new RuleId(UUID.randomUUID()), true))
                .isEqualTo(new RuleChange.NotThere());
        assertThat(bench.own(ada.person())).containsExactly("Star lunch");
    }

    @Test
    void lets_administrators_alone_change_the_rules_of_all() {
        var everybodys = bench.added(chief, forEverybody(star("fire")));

        assertThat(everybodys.isOrganisations()).isTrue();
        assertThat(bench.books(ada.person()).organisations().rules()).containsExactly(everybodys);
        assertThat(bench.add(ada, forEverybody(star("x")))).isEqualTo(new RuleChange.NotAllowed());
        assertThat(bench.change(ada, everybodys, star("x"))).isEqualTo(new RuleChange.NotAllowed());
        assertThat(bench.removeRule().remove(ada, everybodys.id(), "")).isEqualTo(new RuleChange.NotAllowed());
        assertThat(bench.orderRules().move(ada, everybodys.id(), 0)).isEqualTo(new RuleChange.NotAllowed());
        assertThat(bench.switchRule().turn(ada, everybodys.id(), false)).isEqualTo(new RuleChange.NotAllowed());

        assertThat(kept(bench.switchRule().turn(chief, everybodys.id(), false)).enabled()).isFalse();
        assertThat(bench.removeRule().remove(chief, everybodys.id(), "")).isEqualTo(new RuleChange.Removed());
    }

    @Test
    void runs_the_rules_of_all_before_ones_own() {
        var own = bench.added(ada, star("lunch"));
        var everybodys = bench.added(chief, forEverybody(star("fire")));

        assertThat(bench.books(ada.person()).set().rules()).containsExactly(everybodys, own);
    }

    @Test
    void wants_an_account_that_is_ones_own() {
        var account = house.world().accountOf(ada.person());

        assertThat(bench.add(ada, in(account.id(), star("a")))).isInstanceOf(RuleChange.Kept.class);
        assertThat(bench.add(eve, in(account.id(), star("a")))).isEqualTo(new RuleChange.NoSuchAccount());
        assertThat(bench.add(chief, forEverybody(in(account.id(), star("a")))))
                .isEqualTo(new RuleChange.NoSuchAccount());
    }

    private static WrittenRule in(AccountId account, WrittenRule rule) {
        return new WrittenRule(rule.organisations(), rule.name(), new Rule.Reach.OneAccount(account),
                rule.condition(), rule.actions(), rule.enabled(), rule.stop());
    }

    @Test
    void takes_no_more_rules_than_there_is_room_for() {
        var json = "[" + "{\"name\": \"A\", \"when\": {\"kind\": \"always\"}, \"then\": [{\"kind\": \"star\"}]},"
                .repeat(RuleBook.MOST - 1) + "{\"name\": \"A\", \"when\": {\"kind\": \"always\"}, \"stop\": true}]";
        bench.importRules().bring(ada, new ImportRules.Luggage(ImportRules.Language.JSON, json, false, true));

        assertThat(bench.own(ada.person())).hasSize(RuleBook.MOST);
        assertThat(bench.add(ada, star("one more"))).isEqualTo(new RuleChange.NoRoom());
    }
}
