package org.waxwing.web.rest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.RuleJsonException;
import org.waxwing.domain.rules.text.TextTest;

class RuleBodyTest {
    private static void comesBack(Rule rule) throws JsonProcessingException, RuleJsonException {
        var sent = new JsonMapper().writeValueAsString(RuleBody.of(rule));

        var read = RuleJson.rule(sent);

        assertThat(sent).contains("\"etag\":\"" + RuleJson.tag(rule) + "\"");
        assertThat(read.of(rule.id(), rule.owner())).isEqualTo(rule);
        assertThat(read.organisations()).isEqualTo(rule.isOrganisations());
    }

    @Test
    void what_is_sent_can_be_sent_back() throws JsonProcessingException, RuleJsonException {
        var condition = new Condition.Any(List.of(
                new Condition.Subject(TextTest.contains("\"quoted\"", "订单")),
                new Condition.Age(Condition.Distance.OLDER, Duration.ofDays(3))));
        comesBack(new Rule(new RuleId(new UUID(0, 1)), new RuleOwner.Somebody(new PersonId(new UUID(0, 2))), "A \"B\"",
                new Rule.Reach.OneAccount(new AccountId(new UUID(0, 3))), condition,
                List.of(new Action.Star(), new Action.Reply("", "Away", Duration.ofDays(2))), false, true));
        comesBack(new Rule(new RuleId(new UUID(0, 1)), new RuleOwner.Organisation(new OrganisationId(new UUID(0, 2))),
                "A", new Rule.Reach.EveryAccount(), condition, List.of(), true, true));
    }
}
