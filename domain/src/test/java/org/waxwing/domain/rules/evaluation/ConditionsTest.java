package org.waxwing.domain.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.MailFacts.aMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Condition.AddressPart;
import org.waxwing.domain.rules.Condition.Recipients;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.rules.text.TextTest.Operator;
import org.waxwing.domain.sorting.Category;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private static Verdict verdict(Condition condition, RuleSubject mail) {
        var rule = new Rule(
                new RuleId(new UUID(0, 1)), new RuleOwner.Somebody(new PersonId(new UUID(0, 2))), "Rule",
                new Rule.Reach.EveryAccount(), condition, List.of(new Action.Star()), true, false);
        var compiled = CompiledRules.of(new RuleSet(List.of(rule)));
        assertThat(compiled.leftOut()).isEmpty();
        return compiled.judge(mail, NOW);
    }

    private static boolean holds(Condition condition, RuleSubject mail) {
        return !verdict(condition, mail).matches().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "IS,' your ORDER ',true", "IS,order,false", "CONTAINS,our ord,true", "CONTAINS,orders,false",
            "BEGINS_WITH,YOUR,true", "BEGINS_WITH,order,false", "ENDS_WITH,order,true", "ENDS_WITH,your,false",
            "WILDCARD,y?ur*,true", "WILDCARD,your,false", "REGEX,^your\\s+o,true", "REGEX,\\d,false"
    })
    void compare_texts_by_every_operator(Operator operator, String value, boolean expected) {
        var condition = new Condition.Subject(new TextTest(operator, List.of("never this", value)));

        assertThat(holds(condition, aMessage().subject("Your   Order"))).isEqualTo(expected);
        assertThat(holds(new Condition.Not(condition), aMessage().subject("Your   Order"))).isEqualTo(!expected);
    }

    @Test
    void look_at_the_sender() {
        var mail = aMessage().from("Bob Müller <Bob@Mail.Example.org>");

        assertThat(holds(new Condition.Sender(AddressPart.ADDRESS, TextTest.is("bob@mail.example.org")), mail))
                .isTrue();
        assertThat(holds(new Condition.Sender(AddressPart.DOMAIN, TextTest.is("mail.example.org")), mail)).isTrue();
        assertThat(holds(new Condition.Sender(AddressPart.DOMAIN, TextTest.is("example.org")), mail)).isFalse();
        assertThat(holds(new Condition.Sender(AddressPart.NAME, TextTest.contains("MÜLLER")), mail)).isTrue();
        assertThat(holds(new Condition.Sender(AddressPart.NAME, TextTest.contains("@")), mail)).isFalse();
    }

    @Test
    void look_at_recipients_of_a_kind_or_all() {
        var mail = aMessage().to("Ada <ada@example.org>", "eve@example.org").cc("cy@example.org")
                .bcc("bcc@example.org");

        assertThat(holds(new Condition.Recipient(Recipients.TO, AddressPart.ADDRESS, TextTest.is("eve@example.org")),
                mail))
                .isTrue();
        assertThat(
                holds(new Condition.Recipient(Recipients.TO, AddressPart.ADDRESS, TextTest.is("cy@example.org")), mail))
                .isFalse();
        assertThat(
                holds(new Condition.Recipient(Recipients.CC, AddressPart.ADDRESS, TextTest.is("cy@example.org")), mail))
                .isTrue();
        assertThat(holds(new Condition.Recipient(Recipients.ANY, AddressPart.ADDRESS, TextTest.is("bcc@example.org")),
                mail))
                .isTrue();
        assertThat(holds(new Condition.Recipient(Recipients.ANY, AddressPart.NAME, TextTest.is("ada")), mail)).isTrue();
    }

    @Test
    void look_for_words_of_the_body_over_the_ends_of_lines() {
        var mail = aMessage().body("Thank you for\nyour  order!\r\n\r\nBob");

        assertThat(holds(new Condition.Body(TextTest.contains("for your order")), mail)).isTrue();
        assertThat(holds(new Condition.Body(TextTest.contains("for order")), mail)).isFalse();
    }

    @Test
    void look_at_header_fields_by_name_in_any_spelling() {
        var mail = aMessage().header("X-Spam-Flag", "YES").header("x-spam-flag", "no");

        assertThat(holds(new Condition.Header("X-SPAM-FLAG", TextTest.is("yes")), mail)).isTrue();
        assertThat(holds(new Condition.HeaderPresent("X-Spam-flag"), mail)).isTrue();
        assertThat(holds(new Condition.HeaderPresent("X-Other"), mail)).isFalse();
        assertThat(holds(new Condition.Header("X-Other", TextTest.is("")), mail)).isFalse();
    }

    @Test
    void look_at_the_id_of_a_list() {
        var mail = aMessage().header("List-Id", "Developers <dev.lists.example.org>");

        assertThat(holds(new Condition.MailingList(TextTest.is("dev.lists.example.org")), mail)).isTrue();
        assertThat(holds(new Condition.MailingList(TextTest.contains("Developers")), mail)).isFalse();
        assertThat(holds(new Condition.MailingList(TextTest.is("bare.example.org")),
                aMessage().header("List-Id", "bare.example.org"))).isTrue();
    }

    @Test
    void look_at_files() {
        var mail = aMessage().file("Rechnung März.PDF", "application/pdf").file("photo.png", "image/png");
        var named = new Condition.AttachmentName(new TextTest(Operator.WILDCARD, List.of("rechnung*.pdf")));
        var typed = new Condition.AttachmentType(new TextTest(Operator.BEGINS_WITH, List.of("image/")));

        assertThat(holds(new Condition.HasAttachment(), mail)).isTrue();
        assertThat(holds(named, mail)).isTrue();
        assertThat(holds(typed, mail)).isTrue();
        assertThat(holds(new Condition.HasAttachment(), aMessage())).isFalse();
        assertThat(holds(named, aMessage())).isFalse();
        assertThat(holds(typed, aMessage())).isFalse();
    }

    @Test
    void weigh_messages() {
        assertThat(holds(new Condition.Size(Condition.Weight.LARGER, 1_000), aMessage().size(1_001))).isTrue();
        assertThat(holds(new Condition.Size(Condition.Weight.LARGER, 1_000), aMessage().size(1_000))).isFalse();
        assertThat(holds(new Condition.Size(Condition.Weight.SMALLER, 1_000), aMessage().size(999))).isTrue();
        assertThat(holds(new Condition.Size(Condition.Weight.SMALLER, 1_000), aMessage().size(1_000))).isFalse();
    }

    @Test
    void know_the_age_of_messages() {
        var older = new Condition.Age(Condition.Distance.OLDER, Duration.ofDays(7));
        var newer = new Condition.Age(Condition.Distance.NEWER, Duration.ofDays(7));
        var sevenDays = aMessage().received("2026-03-03T09:00:00Z");
        var less = aMessage().received("2026-03-03T09:00:01Z");
        var fromTheFuture = aMessage().received("2027-01-01T00:00:00Z");

        assertThat(holds(older, sevenDays)).isTrue();
        assertThat(holds(newer, sevenDays)).isFalse();
        assertThat(holds(older, less)).isFalse();
        assertThat(holds(newer, less)).isTrue();
        assertThat(holds(newer, fromTheFuture)).isTrue();
    }

    @Test
    void know_where_a_message_is_sorted() {
        assertThat(holds(new Condition.InCategory(Category.FEED), aMessage().sorted(Category.FEED))).isTrue();
        assertThat(holds(new Condition.InCategory(Category.FEED), aMessage().sorted(Category.IMBOX))).isFalse();
        assertThat(holds(new Condition.InCategory(Category.IMBOX), aMessage().unsorted())).isFalse();
    }

    @Test
    void know_the_account_and_the_labels() {
        var account = new AccountId(new UUID(0, 9));

        assertThat(holds(new Condition.AtAccount(account), aMessage().in(account))).isTrue();
        assertThat(holds(new Condition.AtAccount(account), aMessage())).isFalse();
        assertThat(holds(new Condition.Labelled(new Keyword("Travel")), aMessage().labelled("travel"))).isTrue();
        assertThat(holds(new Condition.Labelled(new Keyword("travel")), aMessage())).isFalse();
    }

    @Test
    void know_the_language() {
        assertThat(holds(new Condition.InLanguage("zh"), aMessage().inLanguage("zh-Hant-TW"))).isTrue();
        assertThat(holds(new Condition.InLanguage("ZH-hant"), aMessage().inLanguage("zh-Hant"))).isTrue();
        assertThat(holds(new Condition.InLanguage("zh-Hans"), aMessage().inLanguage("zh-Hant"))).isFalse();
        assertThat(holds(new Condition.InLanguage("en"), aMessage().inLanguage("enm"))).isFalse();
        assertThat(holds(new Condition.InLanguage("en"), aMessage().inNoLanguage())).isFalse();
    }

    @Test
    void know_who_is_known() {
        assertThat(holds(new Condition.FirstTimeSender(), aMessage().fromNewcomer())).isTrue();
        assertThat(holds(new Condition.FirstTimeSender(), aMessage())).isFalse();
        assertThat(holds(new Condition.KnownSender(), aMessage())).isTrue();
        assertThat(holds(new Condition.KnownSender(), aMessage().fromStranger())).isFalse();
    }

    @Test
    void always_hold_when_they_say_so() {
        assertThat(holds(new Condition.Always(), aMessage())).isTrue();
        assertThat(holds(new Condition.Not(new Condition.Always()), aMessage())).isFalse();
    }

    @Test
    void neither_hold_nor_fail_while_a_model_is_silent() {
        var asks = new Condition.Ai("asks me for money");

        assertThat(holds(asks, aMessage().answered("asks me for money", true))).isTrue();
        assertThat(holds(new Condition.Not(asks), aMessage().answered("asks me for money", false))).isTrue();
        for (var condition : List.of(asks, new Condition.Not(asks))) {
            var verdict = verdict(condition, aMessage());
            assertThat(verdict.matches()).isEmpty();
            assertThat(verdict.open()).extracting(Verdict.Open::questions)
                    .containsExactly(Set.of("asks me for money"));
        }
    }

    @Test
    void ask_no_model_when_the_answer_makes_no_difference() {
        var asks = new Condition.Ai("asks me for money");
        var no = new Condition.Subject(TextTest.is("something else"));
        var yes = new Condition.Subject(TextTest.is("lunch"));

        assertThat(verdict(new Condition.All(List.of(asks, no)), aMessage()).open()).isEmpty();
        var verdict = verdict(new Condition.Any(List.of(asks, yes)), aMessage());
        assertThat(verdict.open()).isEmpty();
        assertThat(verdict.matches().getFirst().because()).containsExactly(yes);
    }

    @Test
    void read_no_body_when_something_cheaper_decides() {
        var body = new Condition.Body(TextTest.contains("noon"));
        var sender = new Condition.Sender(AddressPart.ADDRESS, TextTest.is("somebody@else.example"));
        var mail = aMessage();

        assertThat(holds(new Condition.All(List.of(body, sender)), mail)).isFalse();
        assertThat(mail.bodiesRead()).isZero();
    }

    @Test
    void read_a_body_once_for_all() {
        var mail = aMessage();
        var conditions = List.<Condition>of(
                new Condition.Body(TextTest.contains("noon")), new Condition.Body(TextTest.contains("at")),
                new Condition.Body(new TextTest(Operator.REGEX, List.of("no+n"))));

        assertThat(holds(new Condition.All(conditions), mail)).isTrue();
        assertThat(mail.bodiesRead()).isEqualTo(1);
    }
}
