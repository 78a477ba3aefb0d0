package org.waxwing.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.rules.text.TextTest;

class NeedsTest {
    private static Needs of(Condition condition) {
        return Needs.of(List.of(new Rule(
                new RuleId(new UUID(0, 1)), new RuleOwner.Somebody(new PersonId(new UUID(0, 2))), "A",
                new Rule.Reach.EveryAccount(), condition, List.of(), true, false)));
    }

    @Test
    void most_conditions_need_nothing_more() {
        assertThat(Needs.of(List.of())).isEqualTo(Needs.NONE);
        assertThat(of(new Condition.Subject(TextTest.is("a")))).isEqualTo(Needs.NONE);
        assertThat(of(new Condition.HasAttachment())).isEqualTo(Needs.NONE);
    }

    @Test
    void what_is_needed_is_found_however_deep_it_is() {
        assertThat(of(new Condition.Not(new Condition.Any(List.of(
                new Condition.Always(), new Condition.Body(TextTest.is("a"))))))).isEqualTo(
                        new Needs(true, false, false));
        assertThat(of(new Condition.All(List.of(
                new Condition.KnownSender(), new Condition.MailingList(TextTest.is("a")))))).isEqualTo(
                        new Needs(false, true, true));
        assertThat(of(new Condition.InLanguage("de"))).isEqualTo(of(new Condition.Body(TextTest.is("a"))));
        assertThat(of(new Condition.Header("X", TextTest.is("a")))).isEqualTo(of(new Condition.HeaderPresent("X")));
    }
}
