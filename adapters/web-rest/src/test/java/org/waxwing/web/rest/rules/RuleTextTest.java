package org.waxwing.web.rest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.json.RuleJsonException;
import org.waxwing.domain.rules.json.WrittenRule;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

class RuleTextTest {
    private static WrittenRule rule(String json) throws IOException {
        return RuleText.rule(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Problem refused(String json) {
        return catchThrowableOfType(ProblemException.class, () -> rule(json)).problem();
    }

    @Test
    void names_the_field_that_is_wrong() {
        assertThat(refused("{\"name\": \"A\", \"when\": {\"kind\": \"any\", \"conditions\": [{\"kind\": \"rain\"}]}}")
                .errors()).extracting(Problem.Field::field).containsExactly("when.conditions.0.kind");
        assertThat(refused("{\"name\": \"A\"}").errors()).containsExactly(
                new Problem.Field("when", "This is needed."));
    }

    @Test
    void tells_what_is_no_json_from_what_is_no_rule() {
        assertThat(refused("{").type()).isEqualTo(ProblemType.MALFORMED_REQUEST.address().toString());
        assertThat(refused("[]").type()).isEqualTo(ProblemType.VALIDATION.address().toString());
        assertThat(refused(" ".repeat(2_000_000)).type()).isEqualTo(ProblemType.TOO_LARGE.address().toString());
    }

    @Test
    void names_the_part_of_a_rule_that_is_wrong_as_its_json_does() throws IOException {
        var rule = rule("""
                {"name": " ", "when": {"kind": "all", "conditions": [
                    {"kind": "always"},
                    {"kind": "not", "condition": {"kind": "any", "conditions": []}}]},
                 "then": [{"kind": "star"}, {"kind": "forward", "address": "nobody"}]}
                """);
        var problems = RuleCheck.of(rule.of(
                new RuleId(new UUID(0, 1)), new RuleOwner.Somebody(new PersonId(new UUID(0, 2)))));

        assertThat(RuleText.refusal(rule, problems).problem().errors()).extracting(Problem.Field::field)
                .containsExactly("name", "when.conditions.1.condition", "then.1");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_words(RuleProblem.Reason reason) {
        assertThat(RuleText.words(new RuleProblem(new RuleProblem.Part.Name(), reason, "7"))).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_words(RuleJsonException.Reason reason) {
        var problem = RuleText.refusal("/a", reason, "7").problem();

        assertThat(problem.status()).isBetween(400, 422);
        assertThat(problem.detail() + problem.errors()).isNotBlank();
    }

    @Test
    void takes_the_tag_of_an_if_match() {
        assertThat(List.of("", " ", "*")).allMatch(it -> RuleAnswers.seen(it).isEmpty());
        assertThat(RuleAnswers.seen("\"0123\"")).isEqualTo("0123");
        assertThat(RuleAnswers.seen("W/\"0123\"")).isNotEqualTo("0123").isNotEmpty();
    }
}
