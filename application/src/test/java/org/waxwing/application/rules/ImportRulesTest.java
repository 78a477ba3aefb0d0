package org.waxwing.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.rules.Rulebench.forEverybody;
import static org.waxwing.application.rules.Rulebench.star;

import org.junit.jupiter.api.Test;
import org.waxwing.application.rules.ImportRules.Language;
import org.waxwing.application.rules.ImportRules.Luggage;
import org.waxwing.application.rules.ImportRules.Result;
import org.waxwing.application.world.House;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.json.RuleJsonException;
import org.waxwing.domain.rules.sieve.SieveImport;
import org.waxwing.domain.rules.sieve.SieveRemark;

class ImportRulesTest {
    private final House house = new House();
    private final Rulebench bench = Rulebench.in(house);
    private final Editor ada = new Editor(house.world().somebody(), false);
    private final Editor eve = new Editor(house.world().somebody(), false);
    private final Editor chief = new Editor(house.world().somebody(), true);

    private Result bring(Editor editor, String text) {
        return bench.importRules().bring(editor, new Luggage(Language.JSON, text, false, true));
    }

    @Test
    void brings_exported_rules_behind_those_that_are_there_under_ids_of_their_own() {
        var lunch = bench.added(ada, star("lunch"));
        bench.added(ada, star("dinner"));
        bench.added(eve, star("tea"));

        var told = bring(eve, bench.exportRules().export(ada.person(), false));

        assertThat(told).isInstanceOf(Result.Brought.class);
        assertThat(bench.own(eve.person())).containsExactly("Star tea", "Star lunch", "Star dinner");
        var brought = bench.books(eve.person()).own().rules().get(1);
        assertThat(brought.id()).isNotEqualTo(lunch.id());
        assertThat(brought.condition()).isEqualTo(lunch.condition());
    }

    @Test
    void exports_ones_own_rules_or_those_of_all() {
        bench.added(ada, star("lunch"));
        bench.added(chief, forEverybody(star("fire")));

        assertThat(bench.exportRules().export(ada.person(), false)).contains("lunch").doesNotContain("fire");
        assertThat(bench.exportRules().export(ada.person(), true)).contains("fire").doesNotContain("lunch");
    }

    @Test
    void switches_off_what_was_for_an_account_that_is_not_here() {
        var told = bring(ada, """
                [{"name": "A", "account": "00000000-0000-0000-0000-000000000009", "when": {"kind": "always"},
                  "then": [{"kind": "trash"}]}]
                """);

        assertThat(told).isInstanceOf(Result.Brought.class);
        assertThat(bench.books(ada.person()).own().rules()).extracting(Rule::enabled).containsExactly(false);
    }

    @Test
    void keeps_none_when_one_is_wrong() {
        var told = bring(ada, """
                [{"name": "A", "when": {"kind": "always"}, "then": [{"kind": "star"}]},
                 {"name": "", "when": {"kind": "always"}, "then": [{"kind": "star"}]}]
                """);

        assertThat(told).isInstanceOfSatisfying(Result.Invalid.class, it -> {
            assertThat(it.position()).isEqualTo(1);
            assertThat(it.problems()).extracting(RuleProblem::reason)
                    .containsExactly(RuleProblem.Reason.NAME_MISSING);
        });
        assertThat(bench.own(ada.person())).isEmpty();
    }

    @Test
    void tells_where_a_text_is_not_understood() {
        assertThat(bring(ada, "[{\"name\": 7}]")).isEqualTo(
                new Result.NotRules("/0/name", RuleJsonException.Reason.WRONG_TYPE, "string"));
        assertThat(bench.importRules().bring(ada, new Luggage(Language.SIEVE, "if {", false, true)))
                .isInstanceOf(Result.NotSieve.class);
        assertThat(bench.importRules().bring(ada, new Luggage(
                Language.SIEVE, "#".repeat(SieveImport.LONGEST + 1), false, true))).isInstanceOf(Result.NotSieve.class);
    }

    @Test
    void reads_a_script_and_tells_what_is_different() {
        var script = """
                require ["fileinto"];
                # Newsletters
                if header :contains "subject" "newsletter" { fileinto "News"; stop; }
                if header :contains "subject" "spam" { discard; }
                """;

        var looked = bench.importRules().bring(ada, new Luggage(Language.SIEVE, script, false, false));
        assertThat(bench.own(ada.person())).isEmpty();
        bench.importRules().bring(ada, new Luggage(Language.SIEVE, script, false, true));

        assertThat(bench.own(ada.person())).hasSize(2).first().isEqualTo("Newsletters");
        assertThat(looked).isInstanceOfSatisfying(Result.Brought.class, it -> assertThat(it.remarks())
                .extracting(SieveRemark::reason).contains(SieveRemark.Reason.DISCARD_TO_TRASH));
    }

    @Test
    void lets_administrators_alone_bring_rules_for_all() {
        var text = bench.exportRules().export(ada.person(), false);

        assertThat(bench.importRules().bring(ada, new Luggage(Language.JSON, text, true, true)))
                .isEqualTo(new Result.NotAllowed());
        assertThat(bench.importRules().bring(chief, new Luggage(Language.JSON, text, true, true)))
                .isInstanceOf(Result.Brought.class);
    }
}
