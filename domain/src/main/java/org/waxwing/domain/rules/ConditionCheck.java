package org.waxwing.domain.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.RuleProblem.Part;
import org.waxwing.domain.rules.RuleProblem.Reason;
import org.waxwing.domain.rules.text.Folding;
import org.waxwing.domain.rules.text.LinearPattern;
import org.waxwing.domain.rules.text.PatternException;
import org.waxwing.domain.rules.text.TextTest;

/** Finds what is wrong with a condition. */
final class ConditionCheck {
    /** How many conditions may be within each other. */
    static final int DEEPEST = 8;
    /** How many conditions of a rule may hold no others. */
    static final int MOST_LEAVES = 500;
    static final int MOST_VALUES = 200;
    static final int LONGEST_VALUE = 500;
    /** Each may cost a pass of its own over a text. */
    static final int MOST_PATTERNS = 100;
    static final Duration LONGEST_AGE = Duration.ofDays(36_525);
    private static final int LONGEST_QUESTION = 1_000;
    private static final int LONGEST_FIELD_NAME = 76;

    private final List<RuleProblem> problems = new ArrayList<>();
    private int leaves;
    private int patterns;

    List<RuleProblem> of(Condition condition) {
        look(condition, List.of());
        if (leaves > MOST_LEAVES) add(List.of(), Reason.TOO_MANY_CONDITIONS, MOST_LEAVES);
        if (patterns > MOST_PATTERNS) add(List.of(), Reason.TOO_MANY_PATTERNS, MOST_PATTERNS);
        return List.copyOf(problems);
    }

    private void look(Condition condition, List<Integer> path) {
        if (path.size() >= DEEPEST) {
            add(path, Reason.TOO_DEEP, DEEPEST);
            return;
        }
        switch (condition) {
            case Condition.All(var all) -> lookAtAll(all, path);
            case Condition.Any(var any) -> lookAtAll(any, path);
            case Condition.Not(var not) -> look(not, inner(path, 0));
            case Condition.Leaf leaf -> {
                // what is too much is not looked at, however much it is
                if (++leaves <= MOST_LEAVES) lookAtLeaf(leaf, path);
            }
        }
    }

    private void lookAtAll(List<Condition> conditions, List<Integer> path) {
        if (conditions.isEmpty()) add(path, Reason.GROUP_EMPTY, "");
        for (int i = 0; i < conditions.size() && leaves <= MOST_LEAVES; i++) look(conditions.get(i), inner(path, i));
    }

    private static List<Integer> inner(List<Integer> path, int position) {
        var inner = new ArrayList<>(path);
        inner.add(position);
        return inner;
    }

    private void lookAtLeaf(Condition.Leaf leaf, List<Integer> path) {
        switch (leaf) {
            case Condition.Header(var name, var text) -> {
                lookAtFieldName(name, path);
                lookAtText(text, path);
            }
            case Condition.Worded it -> lookAtText(it.text(), path);
            case Condition.HeaderPresent(var name) -> lookAtFieldName(name, path);
            case Condition.Size(var weight, var bytes) -> {
                if (bytes < 0) add(path, Reason.SIZE_NEGATIVE, "");
            }
            case Condition.Age(var distance, var age) -> {
                if (!age.isPositive() || age.compareTo(LONGEST_AGE) > 0)
                    add(path, Reason.TIME_SPAN, LONGEST_AGE.toString());
            }
            case Condition.Labelled(Keyword label) -> {
                if (!label.isLabel()) add(path, Reason.NO_LABEL, label.name());
            }
            case Condition.InLanguage(var tag) -> {
                if (!tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")) add(path, Reason.LANGUAGE_TAG, tag);
            }
            case Condition.Ai(var words) -> lookAtQuestion(words, path);
            case Condition.Always it -> {
            }
            case Condition.HasAttachment it -> {
            }
            case Condition.InCategory it -> {
            }
            case Condition.AtAccount it -> {
            }
            case Condition.FirstTimeSender it -> {
            }
            case Condition.KnownSender it -> {
            }
        }
    }

    private void lookAtQuestion(String words, List<Integer> path) {
        if (words.isEmpty()) add(path, Reason.VALUE_MISSING, "");
        if (words.length() > LONGEST_QUESTION) add(path, Reason.VALUE_TOO_LONG, LONGEST_QUESTION);
    }

    private void lookAtFieldName(String name, List<Integer> path) {
        boolean sound = !name.isEmpty() && name.length() <= LONGEST_FIELD_NAME
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
        if (!sound) add(path, Reason.HEADER_NAME, name);
    }

    private void lookAtText(TextTest test, List<Integer> path) {
        if (test.values().isEmpty()) add(path, Reason.VALUE_MISSING, "");
        if (test.values().size() > MOST_VALUES) {
            add(path, Reason.TOO_MANY_VALUES, MOST_VALUES);
            return;
        }
        for (var value : test.values()) lookAtValue(test.operator(), value, path);
    }

    private void lookAtValue(TextTest.Operator operator, String value, List<Integer> path) {
        if (value.length() > LONGEST_VALUE) {
            add(path, Reason.VALUE_TOO_LONG, LONGEST_VALUE);
            return;
        }
        // a text can be empty; being in it says nothing
        boolean mayBeEmpty = operator == TextTest.Operator.IS && value.isEmpty();
        if (!mayBeEmpty && Folding.foldWhole(value).isEmpty()) add(path, Reason.VALUE_MISSING, "");
        boolean pattern = operator == TextTest.Operator.WILDCARD || operator == TextTest.Operator.REGEX;
        if (!pattern || ++patterns > MOST_PATTERNS) return;
        try {
            LinearPattern.of(operator, value);
        } catch (PatternException e) {
            add(path, Reason.PATTERN_NOT_UNDERSTOOD, String.valueOf(e.getMessage()));
        }
    }

    private void add(List<Integer> path, Reason reason, int limit) {
        add(path, reason, String.valueOf(limit));
    }

    private void add(List<Integer> path, Reason reason, String detail) {
        problems.add(new RuleProblem(new Part.OfCondition(path), reason, detail));
    }
}
