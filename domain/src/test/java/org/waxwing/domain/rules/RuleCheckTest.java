package org.waxwing.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.RuleProblem.Part;
import org.waxwing.domain.rules.RuleProblem.Reason;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.rules.text.TextTest.Operator;
import org.waxwing.domain.sorting.Category;

class RuleCheckTest {
    private static final Condition SOUND = new Condition.Subject(TextTest.contains("lunch"));

    private static Rule rule(String name, Condition condition, Action... actions) {
        return new Rule(
                new RuleId(new UUID(0, 1)), new RuleOwner.Somebody(new PersonId(new UUID(0, 2))), name,
                new Rule.Reach.EveryAccount(), condition, List.of(actions), true, false);
    }

    private static Condition subject(Operator operator, String... values) {
        return new Condition.Subject(new TextTest(operator, List.of(values)));
    }

    private static List<Reason> reasons(Condition condition) {
        return RuleCheck.of(condition).stream().map(RuleProblem::reason).toList();
    }

    private static List<Reason> reasons(Action... actions) {
        return RuleCheck.of(List.of(actions), false).stream().map(RuleProblem::reason).toList();
    }

    @Test
    void finds_nothing_wrong_with_a_sound_rule() {
        assertThat(RuleCheck.of(rule("Lunch", SOUND, new Action.Star()))).isEmpty();
    }

    @Test
    void tells_which_part_is_wrong() {
        var condition = new Condition.Any(List.of(SOUND, new Condition.Not(subject(Operator.REGEX, "(a")), SOUND));

        var problems = RuleCheck.of(rule("", condition, new Action.Star(), new Action.Forward("bob")));

        assertThat(problems).containsExactly(
                new RuleProblem(new Part.Name(), Reason.NAME_MISSING, ""),
                new RuleProblem(
                        new Part.OfCondition(List.of(1, 0)), Reason.PATTERN_NOT_UNDERSTOOD,
                        "a ( without its ) (character 1)"),
                new RuleProblem(new Part.OfActions(1), Reason.ADDRESS, "bob"));
    }

    @Test
    void wants_names_that_fit_on_a_line() {
        assertThat(RuleCheck.of(rule("x".repeat(101), SOUND, new Action.Star())))
                .containsExactly(new RuleProblem(new Part.Name(), Reason.NAME_TOO_LONG, "100"));
        assertThat(rule(" a\n b ", SOUND).name()).isEqualTo("a b");
    }

    @Test
    void allows_eight_conditions_within_each_other() {
        var nested = SOUND;
        for (int i = 1; i < 8; i++) nested = new Condition.Not(nested);
        var deeper = new Condition.Not(nested);

        assertThat(reasons(nested)).isEmpty();
        assertThat(reasons(deeper)).containsExactly(Reason.TOO_DEEP);
    }

    @Test
    void survives_conditions_of_any_depth_and_number() {
        var deep = SOUND;
        for (int i = 0; i < 100_000; i++) deep = new Condition.All(List.of(deep));
        var wide = new Condition.All(Collections.nCopies(501, SOUND));
        var exploding = SOUND;
        for (int i = 0; i < 7; i++) exploding = new Condition.All(Collections.nCopies(1_000, exploding));

        assertThat(reasons(deep)).containsExactly(Reason.TOO_DEEP);
        assertThat(reasons(wide)).containsExactly(Reason.TOO_MANY_CONDITIONS);
        assertThat(reasons(exploding)).contains(Reason.TOO_MANY_CONDITIONS);
        assertThat(reasons(new Condition.All(Collections.nCopies(500, SOUND)))).isEmpty();
    }

    static Stream<List<Object>> unsoundConditions() {
        return Stream.of(
                List.of(new Condition.All(List.of()), Reason.GROUP_EMPTY),
                List.of(new Condition.Any(List.of()), Reason.GROUP_EMPTY),
                List.of(subject(Operator.CONTAINS), Reason.VALUE_MISSING),
                List.of(subject(Operator.CONTAINS, " "), Reason.VALUE_MISSING),
                List.of(subject(Operator.CONTAINS, "\u200b"), Reason.VALUE_MISSING),
                List.of(subject(Operator.BEGINS_WITH, ""), Reason.VALUE_MISSING),
                List.of(subject(Operator.WILDCARD, ""), Reason.VALUE_MISSING),
                List.of(subject(Operator.REGEX, ""), Reason.VALUE_MISSING),
                List.of(subject(Operator.IS, "x".repeat(501)), Reason.VALUE_TOO_LONG),
                List.of(
                        new Condition.Subject(new TextTest(Operator.IS, Collections.nCopies(201, "x"))),
                        Reason.TOO_MANY_VALUES),
                List.of(
                        new Condition.Subject(new TextTest(Operator.WILDCARD, Collections.nCopies(101, "x*"))),
                        Reason.TOO_MANY_PATTERNS),
                List.of(subject(Operator.REGEX, "(a)\\1"), Reason.PATTERN_NOT_UNDERSTOOD),
                List.of(new Condition.Header("", TextTest.is("x")), Reason.HEADER_NAME),
                List.of(new Condition.Header("X Y", TextTest.is("x")), Reason.HEADER_NAME),
                List.of(new Condition.HeaderPresent("Subject:"), Reason.HEADER_NAME),
                List.of(new Condition.HeaderPresent("Überschrift"), Reason.HEADER_NAME),
                List.of(new Condition.Size(Condition.Weight.LARGER, -1), Reason.SIZE_NEGATIVE),
                List.of(new Condition.Age(Condition.Distance.OLDER, Duration.ZERO), Reason.TIME_SPAN),
                List.of(new Condition.Age(Condition.Distance.NEWER, Duration.ofDays(-1)), Reason.TIME_SPAN),
                List.of(new Condition.Age(Condition.Distance.OLDER, Duration.ofDays(40_000)), Reason.TIME_SPAN),
                List.of(new Condition.InLanguage("german!"), Reason.LANGUAGE_TAG),
                List.of(new Condition.Labelled(Keyword.SEEN), Reason.NO_LABEL),
                List.of(new Condition.Ai(" "), Reason.VALUE_MISSING),
                List.of(new Condition.Ai("x".repeat(1_001)), Reason.VALUE_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("unsoundConditions")
    void finds_what_is_wrong_with_a_condition(List<Object> unsound) {
        assertThat(reasons((Condition) unsound.get(0))).containsExactly((Reason) unsound.get(1));
    }

    @Test
    void allows_a_text_to_be_empty() {
        assertThat(reasons(subject(Operator.IS, ""))).isEmpty();
    }

    static Stream<List<Object>> unsoundActions() {
        return Stream.of(
                List.of(new Action.Label(Keyword.FLAGGED), Reason.NO_LABEL),
                List.of(new Action.Unlabel(new Keyword("junk")), Reason.NO_LABEL),
                List.of(new Action.Move(new Action.Folder.Named("")), Reason.FOLDER_NAME),
                List.of(new Action.Move(new Action.Folder.Named("a//b")), Reason.FOLDER_NAME),
                List.of(new Action.Move(new Action.Folder.Named("a\nb")), Reason.FOLDER_NAME),
                List.of(new Action.Snooze(new Action.Until.After(Duration.ZERO)), Reason.TIME_SPAN),
                List.of(new Action.Snooze(new Action.Until.After(Duration.ofDays(9_999))), Reason.TIME_SPAN),
                List.of(new Action.Forward("Bob <bob@example.org>"), Reason.ADDRESS),
                List.of(new Action.Forward("bob@example.org\r\nBcc: eve@example.org"), Reason.ADDRESS),
                List.of(new Action.Reply("", " ", Duration.ofDays(1)), Reason.TEXT_MISSING),
                List.of(new Action.Reply("", "x".repeat(20_001), Duration.ofDays(1)), Reason.TEXT_TOO_LONG),
                List.of(new Action.Reply("x".repeat(501), "x", Duration.ofDays(1)), Reason.TEXT_TOO_LONG),
                List.of(new Action.Reply("", "x", Duration.ofHours(1)), Reason.TIME_SPAN));
    }

    @ParameterizedTest
    @MethodSource("unsoundActions")
    void finds_what_is_wrong_with_an_action(List<Object> unsound) {
        assertThat(reasons((Action) unsound.get(0))).containsExactly((Reason) unsound.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "ftp://hooks.example.org/", "https:/nothing", "https://ada:secret@example.org/", "mailto:ada@example.org",
            "/relative", "javascript:alert(1)"
    })
    void tells_programs_at_https_addresses_alone(String address) {
        assertThat(reasons(new Action.Webhook(URI.create(address)))).containsExactly(Reason.WEB_ADDRESS);
        assertThat(reasons(new Action.Webhook(URI.create("https://hooks.example.org/a?b=c")))).isEmpty();
    }

    @Test
    void wants_something_to_be_done() {
        assertThat(reasons()).containsExactly(Reason.NO_ACTION);
        assertThat(RuleCheck.of(List.of(), true)).isEmpty();
        assertThat(reasons(new Action.Stop())).isEmpty();
        assertThat(reasons(Collections.nCopies(21, new Action.Star()).toArray(new Action[0])))
                .containsExactly(Reason.TOO_MANY_ACTIONS);
    }

    @Test
    void finds_actions_that_exclude_each_other() {
        var label = new Keyword("travel");

        assertThat(RuleCheck.of(List.of(new Action.Archive(), new Action.Star(), new Action.Trash()), false))
                .containsExactly(new RuleProblem(new Part.OfActions(2), Reason.CONTRADICTS, "archive"));
        assertThat(reasons(new Action.Label(label), new Action.Unlabel(label))).containsExactly(Reason.CONTRADICTS);
        assertThat(reasons(new Action.Categorise(Category.FEED), new Action.Categorise(Category.IMBOX)))
                .containsExactly(Reason.CONTRADICTS);
        assertThat(reasons(
                new Action.Snooze(new Action.Until.At(LocalTime.NOON)),
                new Action.Snooze(new Action.Until.After(Duration.ofHours(1))))).containsExactly(Reason.CONTRADICTS);
        assertThat(reasons(
                new Action.Label(label), new Action.Label(new Keyword("other")), new Action.Forward("a@example.org"),
                new Action.Forward("b@example.org"))).isEmpty();
    }

    @Test
    void finds_what_is_never_reached() {
        assertThat(reasons(new Action.Stop(), new Action.Star())).containsExactly(Reason.NEVER_REACHED);
    }

    @Test
    void every_type_has_a_name_of_its_own() {
        var text = TextTest.is("x");
        var conditions = new ArrayList<Condition>(List.of(
                new Condition.All(List.of()), new Condition.Any(List.of()), new Condition.Not(SOUND),
                new Condition.Always(),
                new Condition.Sender(Condition.AddressPart.NAME, text),
                new Condition.Recipient(Condition.Recipients.CC, Condition.AddressPart.NAME, text), SOUND,
                new Condition.Body(text), new Condition.Header("x", text), new Condition.HeaderPresent("x"),
                new Condition.MailingList(text), new Condition.HasAttachment(), new Condition.AttachmentName(text),
                new Condition.AttachmentType(text), new Condition.Size(Condition.Weight.LARGER, 1),
                new Condition.Age(Condition.Distance.OLDER, Duration.ZERO), new Condition.InCategory(Category.FEED),
                new Condition.Labelled(new Keyword("x")), new Condition.InLanguage("de"),
                new Condition.FirstTimeSender(), new Condition.KnownSender(), new Condition.Ai("x")));

        assertThat(conditions.stream().map(Condition::kind)).doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z-]+"));
    }
}
