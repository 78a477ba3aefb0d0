package org.waxwing.domain.rules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.json.RuleJsonException.Reason;
import org.waxwing.domain.rules.text.TextTest;

class RuleJsonTest {
    private static final String BARE = "{\"name\": \"A\", \"when\": %s, \"then\": [%s]}";
    private static final String ALWAYS = "{\"kind\": \"always\"}";

    private static Rule same(Rule rule) throws RuleJsonException {
        return RuleJson.rule(RuleJson.written(rule)).of(rule.id(), rule.owner());
    }

    private static RuleJsonException refusal(String text) {
        return catchThrowableOfType(RuleJsonException.class, () -> RuleJson.rule(text));
    }

    private static RuleJsonException refusalOf(String condition, String action) {
        return refusal(BARE.formatted(condition, action));
    }

    @Test
    void every_rule_is_the_same_after_it_was_written_and_read() throws RuleJsonException {
        for (long seed = 0; seed < 3_000; seed++) {
            var rule = new RandomRules(seed).rule();

            assertThat(same(rule)).as("seed %s", seed).isEqualTo(rule);
            assertThat(RuleJson.rule(RuleJson.written(rule)).organisations()).isEqualTo(rule.isOrganisations());
            assertThat(RuleJson.rules(RuleJson.written(List.of(rule)), rule.owner())).containsExactly(rule);
        }
    }

    @Test
    void reads_what_somebody_would_write() throws RuleJsonException {
        var rule = RuleJson.rule("""
                {
                  "name": "Receipts",
                  "when": {"kind": "all", "conditions": [
                    {"kind": "sender", "part": "domain", "operator": "is", "values": ["shop.example"]},
                    {"kind": "not", "condition": {"kind": "label", "label": "Keep"}}]},
                  "then": [{"kind": "label", "label": "receipts"}, {"kind": "move", "folder": "Shops/Receipts"}]
                }
                """);

        assertThat(rule).isEqualTo(new WrittenRule(false, "Receipts", new Rule.Reach.EveryAccount(),
                new Condition.All(List.of(
                        new Condition.Sender(Condition.AddressPart.DOMAIN, TextTest.is("shop.example")),
                        new Condition.Not(new Condition.Labelled(new Keyword("keep"))))),
                List.of(new Action.Label(new Keyword("receipts")),
                        new Action.Move(new Action.Folder.Named("Shops/Receipts"))),
                true, false));
    }

    @Test
    void reads_an_array_of_rules_and_an_object_that_has_one() throws RuleJsonException {
        var one = BARE.formatted(ALWAYS, "");

        assertThat(RuleJson.rules("[" + one + "]")).hasSize(1).isEqualTo(RuleJson.rules("{\"rules\": [" + one + "]}"));
        assertThat(RuleJson.rules("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"kind\": \"weather\"} | /when/kind | WRONG_VALUE",
            "{\"kind\": 7} | /when/kind | WRONG_TYPE",
            "{} | /when | MISSING",
            "[] | /when | WRONG_TYPE",
            "{\"kind\": \"any\"} | /when | MISSING",
            "{\"kind\": \"any\", \"conditions\": {}} | /when/conditions | WRONG_TYPE",
            "{\"kind\": \"any\", \"conditions\": [{\"kind\": \"always\", \"if\": 1}]} | /when/conditions/0 | UNKNOWN_NAME",
            "{\"kind\": \"not\", \"condition\": {\"kind\": \"size\", \"than\": \"larger\", \"bytes\": 1.5}} | /when/condition/bytes | WRONG_VALUE",
            "{\"kind\": \"size\", \"than\": \"larger\", \"bytes\": 1e99999999} | /when/bytes | WRONG_VALUE",
            "{\"kind\": \"size\", \"than\": \"LARGER\", \"bytes\": 1} | /when/than | WRONG_VALUE",
            "{\"kind\": \"age\", \"than\": \"older\", \"time\": \"30 days\"} | /when/time | WRONG_VALUE",
            "{\"kind\": \"age\", \"than\": \"older\", \"time\": \"PT99999999999999999999H\"} | /when/time | WRONG_VALUE",
            "{\"kind\": \"account\", \"account\": \"mine\"} | /when/account | WRONG_VALUE",
            "{\"kind\": \"label\", \"label\": \" \"} | /when/label | WRONG_VALUE",
            "{\"kind\": \"subject\", \"operator\": \"is\", \"values\": \"x\"} | /when/values | WRONG_TYPE",
            "{\"kind\": \"subject\", \"operator\": \"is\", \"values\": [\"x\", null]} | /when/values/1 | WRONG_TYPE",
            "{\"kind\": \"subject\", \"operator\": \"is\", \"values\": [\"\\u0000\"]} | /when/values/0 | WRONG_CHARACTER",
            "{\"kind\": \"subject\", \"operator\": \"is\", \"values\": [\"\\ud800x\"]} | /when/values/0 | WRONG_CHARACTER",
    })
    void tells_where_a_condition_is_wrong(String condition, String pointer, Reason reason) {
        var refusal = refusalOf(condition, "");

        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"kind\": \"format-disk\"} | /then/0/kind | WRONG_VALUE",
            "null | /then/0 | WRONG_TYPE",
            "{\"kind\": \"move\"} | /then/0 | MISSING",
            "{\"kind\": \"move\", \"mailbox\": \"x\"} | /then/0/mailbox | WRONG_VALUE",
            "{\"kind\": \"snooze\", \"at\": \"25:00\"} | /then/0/at | WRONG_VALUE",
            "{\"kind\": \"webhook\", \"address\": \"ht tp:\"} | /then/0/address | WRONG_VALUE",
            "{\"kind\": \"stop\", \"a/b~c\": 1, \"kind\": \"stop\"} | /then/0 | UNKNOWN_NAME",
    })
    void tells_where_an_action_is_wrong(String action, String pointer, Reason reason) {
        var refusal = refusalOf(ALWAYS, action);

        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "{", "{]", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12",
            "\"\n\"", "01", "1.", "-", "+1", "1e", ".5", "tru", "nul", "NaN", "[1] 2", "//x", "\uFEFF[]", "'a'"})
    void refuses_what_is_no_json(String text) {
        assertThat(refusal(text).reason()).isEqualTo(Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[],"})
    void refuses_what_is_too_deep_before_any_stack_does(String opening) {
        assertThat(refusal(opening.repeat(50_000)).reason()).isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void refuses_what_is_too_long_without_reading_it() {
        assertThat(refusal(" ".repeat(RuleJson.LONGEST_RULE + 1)).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(catchThrowableOfType(RuleJsonException.class, () -> RuleJson.rules(
                "[" + (BARE.formatted(ALWAYS, "") + ",").repeat(500) + BARE.formatted(ALWAYS, "") + "]")).reason())
                .isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void keeps_what_was_read_out_of_the_message() {
        var refusal = refusalOf(ALWAYS, "{\"kind\": \"forward s3cret\"}");

        assertThat(refusal).message().doesNotContain("s3cret");
        assertThat(refusal.detail()).doesNotContain("s3cret");
    }

    @Test
    void ends_whatever_is_done_to_a_text() {
        var random = new Random(7);
        var rules = new ArrayList<Rule>();
        for (long seed = 0; seed < 40; seed++) rules.add(new RandomRules(seed).rule());
        var owner = new RuleOwner.Somebody(new PersonId(new UUID(0, 1)));
        var text = RuleJson.written(rules);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            var spoiled = new StringBuilder(text);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(spoiled.length());
                switch (random.nextInt(3)) {
                    case 0 -> spoiled.setCharAt(at, "{}[]\",:\\u0x".charAt(random.nextInt(11)));
                    case 1 -> spoiled.deleteCharAt(at);
                    default -> spoiled.setLength(at);
                }
            }
            try {
                RuleJson.rules(spoiled.toString(), owner);
                read++;
            } catch (RuleJsonException e) {
                assertThat(e.reason()).isNotNull();
            }
        }
        assertThat(read).isLessThan(3_000);
    }

    @Test
    void writes_nothing_that_cannot_be_read_again() throws RuleJsonException {
        var rule = new Rule(new RuleId(new UUID(0, 5)), new RuleOwner.Somebody(new PersonId(new UUID(0, 1))), "A",
                new Rule.Reach.EveryAccount(), new Condition.Subject(TextTest.is("a\0b", "\ud800x")), List.of(), true,
                false);

        assertThat(same(rule).condition()).isEqualTo(new Condition.Subject(TextTest.is("a\ufffdb", "\ufffdx")));
    }

    @Test
    void writes_the_id_and_whose_it_is() {
        var rule = new Rule(new RuleId(new UUID(0, 5)), new RuleOwner.Somebody(new PersonId(new UUID(0, 1))), "A",
                new Rule.Reach.EveryAccount(), new Condition.Always(), List.of(new Action.Star()), true, false);

        assertThat(RuleJson.written(rule)).isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000005\","
                + "\"organisation\":false,\"name\":\"A\",\"enabled\":true,\"stop\":false,"
                + "\"when\":{\"kind\":\"always\"},\"then\":[{\"kind\":\"star\"}]}");
    }
}
