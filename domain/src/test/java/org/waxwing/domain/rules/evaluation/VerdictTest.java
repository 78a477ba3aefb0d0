package org.waxwing.domain.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.MailFacts.aMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.rules.text.TextTest.Operator;
import org.waxwing.domain.sorting.Category;

class VerdictTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Condition LUNCH = new Condition.Subject(TextTest.contains("lunch"));
    private static final RuleOwner ADA = new RuleOwner.Somebody(new PersonId(new UUID(0, 2)));
    private static final RuleOwner HOUSE = new RuleOwner.Organisation(new OrganisationId(new UUID(0, 3)));

    private static RuleId id(int number) {
        return new RuleId(new UUID(1, number));
    }

    private static Rule rule(int number, Condition condition, Action... actions) {
        return rule(ADA, number, condition, actions);
    }

    private static Rule rule(RuleOwner owner, int number, Condition condition, Action... actions) {
        return new Rule(
                id(number), owner, "Rule " + number, new Rule.Reach.EveryAccount(), condition, List.of(actions), true,
                false);
    }

    private static Verdict verdict(Rule... rules) {
        return CompiledRules.of(new RuleSet(Arrays.asList(rules))).judge(aMessage(), NOW);
    }

    private static Verdict.Effect effect(int rule, Action action) {
        return new Verdict.Effect(id(rule), action);
    }

    private static Action move(String folder) {
        return new Action.Move(new Action.Folder.Named(folder));
    }

    @Test
    void tells_the_rules_that_match_in_order_and_what_made_them() {
        var sender = new Condition.Sender(Condition.AddressPart.DOMAIN, TextTest.is("example.org"));
        var never = new Condition.Subject(TextTest.is("never"));
        var noFile = new Condition.Not(new Condition.HasAttachment());
        var all = new Condition.All(List.of(LUNCH, new Condition.Any(List.of(never, sender, LUNCH)), noFile));

        var verdict = verdict(rule(1, all, new Action.Star()), rule(2, never, new Action.Read()),
                rule(3, LUNCH, new Action.Read()));

        assertThat(verdict.matches()).containsExactly(
                new Verdict.Match(id(1), List.of(LUNCH, sender, noFile)), new Verdict.Match(id(3), List.of(LUNCH)));
        assertThat(verdict.effects()).containsExactly(effect(1, new Action.Star()), effect(3, new Action.Read()));
        assertThat(verdict.isMatchedBy(id(3))).isTrue();
        assertThat(verdict.isMatchedBy(id(2))).isFalse();
    }

    @Test
    void gives_a_message_to_the_place_that_the_first_rule_wants() {
        var verdict = verdict(rule(1, LUNCH, move("Food")), rule(2, LUNCH, new Action.Archive(), new Action.Star()));

        assertThat(verdict.effects()).containsExactly(effect(1, move("Food")), effect(2, new Action.Star()));
        assertThat(verdict.conflicts()).containsExactly(new Verdict.Conflict(
                Verdict.Matter.PLACE, effect(1, move("Food")), effect(2, new Action.Archive())));
    }

    @Test
    void lets_the_first_rule_decide_about_category_snooze_reply_and_each_label() {
        var travel = new Keyword("travel");
        var work = new Keyword("work");
        var feed = new Action.Categorise(Category.FEED);
        var paper = new Action.Categorise(Category.PAPER_TRAIL);
        var soon = new Action.Snooze(new Action.Until.After(Duration.ofHours(1)));
        var late = new Action.Snooze(new Action.Until.After(Duration.ofHours(9)));
        var thanks = new Action.Reply("", "Thanks", Duration.ofDays(1));
        var away = new Action.Reply("", "Away", Duration.ofDays(1));

        var verdict = verdict(
                rule(1, LUNCH, feed, soon, thanks, new Action.Label(travel)),
                rule(2, LUNCH, paper, late, away, new Action.Unlabel(travel), new Action.Label(work)));

        assertThat(verdict.effects()).containsExactly(
                effect(1, feed), effect(1, soon), effect(1, thanks), effect(1, new Action.Label(travel)),
                effect(2, new Action.Label(work)));
        assertThat(verdict.conflicts()).extracting(Verdict.Conflict::matter).containsExactly(
                Verdict.Matter.CATEGORY, Verdict.Matter.SNOOZE, Verdict.Matter.REPLY, Verdict.Matter.LABEL);
    }

    @Test
    void does_nothing_twice_and_calls_agreement_no_conflict() {
        var verdict = verdict(
                rule(1, LUNCH, new Action.Archive(), new Action.Forward("books@example.org")),
                rule(2, LUNCH, new Action.Archive(), new Action.Forward("books@example.org"),
                        new Action.Forward("other@example.org")));

        assertThat(verdict.effects()).containsExactly(
                effect(1, new Action.Archive()), effect(1, new Action.Forward("books@example.org")),
                effect(2, new Action.Forward("other@example.org")));
        assertThat(verdict.conflicts()).isEmpty();
    }

    @Test
    void lets_the_organisation_decide_before_the_person_and_tells_so() {
        var verdict = verdict(rule(1, LUNCH, new Action.Archive()), rule(HOUSE, 2, LUNCH, new Action.Spam()));

        assertThat(verdict.matches()).extracting(Verdict.Match::rule).containsExactly(id(2), id(1));
        assertThat(verdict.effects()).containsExactly(effect(2, new Action.Spam()));
        assertThat(verdict.conflicts()).containsExactly(new Verdict.Conflict(
                Verdict.Matter.PLACE, effect(2, new Action.Spam()), effect(1, new Action.Archive())));
    }

    @Test
    void ends_with_a_rule_that_stops() {
        var stopping = rule(1, LUNCH, new Action.Star(), new Action.Stop());
        var flagged = new Rule(
                id(1), ADA, "Rule", new Rule.Reach.EveryAccount(), LUNCH, List.of(new Action.Star()), true, true);

        for (var first : List.of(stopping, flagged)) {
            var verdict = verdict(first, rule(2, LUNCH, new Action.Archive()));
            assertThat(verdict.effects()).containsExactly(effect(1, new Action.Star()));
            assertThat(verdict.stopped()).isTrue();
        }
        assertThat(verdict(rule(1, new Condition.Not(LUNCH), new Action.Stop()), rule(2, LUNCH, new Action.Read()))
                .stopped()).isFalse();
    }

    @Test
    void passes_over_rules_that_are_switched_off_or_for_other_accounts() {
        var other = new Rule(
                id(2), ADA, "Rule", new Rule.Reach.OneAccount(new AccountId(new UUID(9, 9))), LUNCH,
                List.of(new Action.Star()), true, false);

        assertThat(verdict(rule(1, LUNCH, new Action.Star()).switchedOff(), other).matches()).isEmpty();
    }

    @Test
    void leaves_out_unsound_rules_alone_and_tells_why() {
        var unsound = rule(1, new Condition.Subject(new TextTest(Operator.REGEX, List.of("(a"))), new Action.Star());
        var compiled = CompiledRules.of(new RuleSet(List.of(unsound, rule(2, LUNCH, new Action.Read()))));

        assertThat(compiled.leftOut()).containsOnlyKeys(id(1));
        assertThat(compiled.judge(aMessage(), NOW).matches()).extracting(Verdict.Match::rule).containsExactly(id(2));
    }

    @Test
    void is_not_kept_waiting_by_hostile_mail() {
        var hostile = "a".repeat(2_000_000) + "\u0130\u200b".repeat(200_000);
        var conditions = new ArrayList<Condition>();
        for (int i = 1; i <= 400; i++) conditions.add(new Condition.Body(TextTest.contains("a".repeat(i) + "b")));
        for (var it : List.of("(a+)+$", "(a|a)*b", "^(\\w+\\s?)*!", "(a*)*(b|c)"))
            conditions.add(new Condition.Body(new TextTest(Operator.REGEX, List.of(it))));
        conditions.add(new Condition.Body(new TextTest(Operator.WILDCARD, List.of("a*a*a*a*a*a*a*b"))));
        var compiled = CompiledRules
                .of(new RuleSet(List.of(rule(1, new Condition.Any(conditions), new Action.Star()))));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> compiled.judge(aMessage().body(hostile).subject(hostile), NOW));
    }
}
