package org.waxwing.domain.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleSet;

/** Whatever is done to be fast changes no answer. */
class CompiledRulesPropertyTest {
    @Test
    void single_conditions_are_decided_as_by_a_naive_reader() {
        int matched = 0;
        for (int seed = 0; seed < 6_000; seed++) {
            var random = new RandomMail(seed);
            var rule = new Rule(
                    new RuleId(new UUID(1, 1)), new RuleOwner.Somebody(new PersonId(new UUID(2, 1))), "Rule",
                    new Rule.Reach.EveryAccount(), random.condition(4), List.of(new Action.Star()), true, false);
            var rules = new RuleSet(List.of(rule));
            var compiled = CompiledRules.of(rules);
            assertThat(compiled.leftOut()).isEmpty();
            for (int i = 0; i < 4; i++) {
                var mail = random.message();

                var verdict = compiled.judge(mail, RandomMail.NOW);

                assertThat(verdict).as("seed %s", seed).isEqualTo(NaiveRules.judge(rules, mail, RandomMail.NOW));
                matched += verdict.matches().size();
            }
        }
        assertThat(matched).isBetween(4_000, 20_000);
    }

    @Test
    void sets_of_rules_come_to_the_same_as_read_one_by_one() {
        int conflicts = 0;
        int open = 0;
        int stopped = 0;
        for (int seed = 0; seed < 500; seed++) {
            var random = new RandomMail(10_000L + seed);
            var rules = random.rules(1 + seed % 30);
            var compiled = CompiledRules.of(rules);
            for (int i = 0; i < 10; i++) {
                var mail = random.message();

                var verdict = compiled.judge(mail, RandomMail.NOW);

                assertThat(verdict).as("seed %s", seed).isEqualTo(NaiveRules.judge(rules, mail, RandomMail.NOW));
                conflicts += verdict.conflicts().size();
                open += verdict.open().size();
                stopped += verdict.stopped() ? 1 : 0;
            }
        }
        assertThat(List.of(conflicts, open, stopped)).allMatch(it -> it > 500);
    }

    @Test
    void many_needles_are_found_as_one_by_one() {
        var random = new Random(5);
        for (int run = 0; run < 2_000; run++) {
            var needles = new TreeSet<String>();
            for (int i = 1 + random.nextInt(12); i > 0; i--) needles.add(letters(random, 1 + random.nextInt(4)));
            var list = new ArrayList<>(needles);
            var text = letters(random, random.nextInt(30)).toLowerCase(Locale.ROOT);
            var found = new ArrayList<String>();

            new Needles(list).find(text, it -> found.add(list.get(it)));

            assertThat(found).containsExactlyInAnyOrderElementsOf(list.stream().filter(text::contains).toList());
        }
    }

    @Test
    void needles_are_found_when_there_are_too_many_for_a_table() {
        var random = new Random(6);
        var needles = new ArrayList<String>();
        for (int i = 0; i < 600; i++) {
            var needle = new StringBuilder();
            for (int n = 0; n < 60; n++) needle.append((char) ('a' + random.nextInt(26)));
            needles.add(needle.toString());
        }
        var text = "x" + needles.get(17) + needles.get(599).substring(1) + needles.get(3) + "y" + needles.get(17);
        var found = new ArrayList<Integer>();

        new Needles(needles).find(text, found::add);

        assertThat(found).containsExactly(17, 3);
    }

    private static String letters(Random random, int length) {
        var letters = new StringBuilder();
        for (int i = 0; i < length; i++) letters.append("aabcdé单".charAt(random.nextInt(7)));
        return letters.toString();
    }
}
