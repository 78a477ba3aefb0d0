package org.waxwing.web.faces.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.web.faces.Phrases;

class RuleWordsTest {
    private static final AccountId WORK = new AccountId(new UUID(0, 1));
    private static final MailboxId BILLS = new MailboxId(new UUID(0, 2));
    private static final RuleWords ENGLISH = in(Locale.ENGLISH);

    private static RuleWords in(Locale locale) {
        return new RuleWords(Phrases.in(locale), Map.of(WORK, "Work"), Map.of(BILLS, "Money/Bills"));
    }

    private static Rule rule(Condition condition, Action... actions) {
        return new Rule(new RuleId(new UUID(0, 3)), new RuleOwner.Somebody(new PersonId(new UUID(0, 4))), "A",
                new Rule.Reach.EveryAccount(), condition, List.of(actions), true, false);
    }

    @Test
    void tells_a_rule_as_a_sentence() {
        var rule = rule(new Condition.All(List.of(
                new Condition.Sender(Condition.AddressPart.DOMAIN, TextTest.is("shop.example")),
                new Condition.Any(List.of(
                        new Condition.Subject(TextTest.contains("bill", "order")),
                        new Condition.Not(new Condition.HasAttachment()))))),
                new Action.Label(new Keyword("bills")), new Action.Move(new Action.Folder.Known(BILLS)),
                new Action.Stop());

        assertThat(ENGLISH.sentence(rule)).isEqualTo(
                "sender (domain) is “shop.example” and (subject contains “bill” or “order” or not (has a file))"
                        + " → label with bills, move to Money/Bills, ask no rule behind it");
        assertThat(in(Locale.GERMAN).sentence(rule)).contains("Absender (Domain) ist „shop.example“ und (Betreff");
        assertThat(in(Locale.CHINESE).sentence(rule)).contains("主题 包含 “bill” 或 “order”");
    }

    @Test
    void tells_spans_and_sizes_in_units_that_people_use() {
        assertThat(ENGLISH.sentence(rule(new Condition.Age(Condition.Distance.OLDER, Duration.ofDays(30)),
                new Action.Snooze(new Action.Until.After(Duration.ofHours(3))))))
                .isEqualTo("at least 30 days old → snooze 3 hours");
        assertThat(ENGLISH.sentence(rule(new Condition.Size(Condition.Weight.LARGER, 2_500_000), new Action.Star())))
                .isEqualTo("larger than 2,500 kB → star");
    }

    @Test
    void names_some_of_many_values_and_what_is_gone() {
        assertThat(ENGLISH.sentence(rule(new Condition.Subject(TextTest.is("a", "b", "c", "d", "e", "f")),
                new Action.Star()))).contains("“d” or 2 more");
        assertThat(ENGLISH.sentence(rule(new Condition.AtAccount(new AccountId(new UUID(0, 9))), new Action.Star())))
                .contains("(not there any more)");
    }

    @Test
    void tells_whose_mail_it_is_about() {
        var rule = new Rule(new RuleId(new UUID(0, 3)), new RuleOwner.Somebody(new PersonId(new UUID(0, 4))), "A",
                new Rule.Reach.OneAccount(WORK), new Condition.Always(), List.of(), true, true);

        assertThat(ENGLISH.reach(rule)).isEqualTo("Only of the account Work");
        assertThat(ENGLISH.reach(rule(new Condition.Always()))).isEmpty();
        assertThat(ENGLISH.sentence(rule)).isEqualTo("every message → ask no rule behind it");
    }

    @Test
    void calls_languages_by_their_names() {
        assertThat(ENGLISH.sentence(rule(new Condition.InLanguage("de"), new Action.Star()))).contains("German");
        assertThat(in(Locale.GERMAN).sentence(rule(new Condition.InLanguage("zh-Hant"), new Action.Star())))
                .contains("Chinesisch").doesNotContain("zh");
        assertThat(ENGLISH.sentence(rule(new Condition.InLanguage("xqz"), new Action.Star()))).contains("xqz");
    }
}
