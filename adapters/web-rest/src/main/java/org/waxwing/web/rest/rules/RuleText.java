package org.waxwing.web.rest.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.RuleJsonException;
import org.waxwing.domain.rules.json.WrittenRule;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Rules in requests, and what is wrong with them in words. */
final class RuleText {
    private static final int LARGEST_RULE = 3 * RuleJson.LONGEST_RULE;
    private static final int LARGEST = 3 * RuleJson.LONGEST;

    private RuleText() {}

    /**
     * The one rule in a body.
     *
     * @throws ProblemException it is none
     */
    static WrittenRule rule(InputStream body) throws IOException {
        try {
            return RuleJson.rule(text(body, LARGEST_RULE));
        } catch (RuleJsonException e) {
            throw refusal(e.pointer(), e.reason(), e.detail());
        }
    }

    /** A body of rules, whatever language they are in. */
    static String text(InputStream body) throws IOException {
        return text(body, LARGEST);
    }

    private static String text(InputStream body, int largest) throws IOException {
        var bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) throw new ProblemException(ProblemType.TOO_LARGE, "");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** That a text is not the JSON of rules. */
    static ProblemException refusal(String pointer, RuleJsonException.Reason reason, String detail) {
        return switch (reason) {
            case NOT_JSON ->
                ProblemException.malformed("The body is not valid JSON, from character " + detail + " on.");
            case TOO_LONG -> new ProblemException(
                    ProblemType.TOO_LARGE, "Rules are at most " + detail + " characters long.");
            case TOO_DEEP -> wrong(pointer, "There is more within each other than " + detail + " levels.");
            case TOO_MANY -> wrong(pointer, "These are more than " + detail + " rules.");
            case MISSING -> wrong(pointer + "/" + detail, "This is needed.");
            case UNKNOWN_NAME ->
                wrong(pointer + "/" + detail, "Nothing of this name belongs here, or it is there twice.");
            case WRONG_TYPE -> wrong(pointer, "This has to be of the type " + detail + ".");
            case WRONG_VALUE -> wrong(pointer, detail.isEmpty()
                    ? "This is no value that can be kept."
                    : "This has to be: " + detail + ".");
            case WRONG_CHARACTER -> wrong(pointer, "There is a character in this that cannot be kept.");
        };
    }

    private static ProblemException wrong(String pointer, String detail) {
        return ProblemException.invalid(
                pointer.replaceFirst("^/", "").replace('/', '.').replace("~1", "/").replace("~0", "~"), detail);
    }

    /** That something is wrong with a rule. */
    static ProblemException refusal(WrittenRule rule, List<RuleProblem> problems) {
        return new ProblemException(Problem.of(problems.stream()
                .map(it -> new Problem.Field(field(rule, it.where()), words(it), reason(it)))
                .toList()));
    }

    /** That something is wrong with one of several rules. */
    static ProblemException refusal(int position, List<RuleProblem> problems) {
        return new ProblemException(Problem.of(problems.stream()
                .map(it -> new Problem.Field(String.valueOf(position), words(it), reason(it)))
                .toList()));
    }

    private static String reason(RuleProblem problem) {
        return problem.reason().name().toLowerCase(Locale.ROOT);
    }

    /** Where it stands in the JSON of a rule, levels parted by dots. */
    static String field(WrittenRule rule, RuleProblem.Part part) {
        return switch (part) {
            case RuleProblem.Part.Name() -> "name";
            case RuleProblem.Part.OfActions(var position) -> position < 0 ? "then" : "then." + position;
            case RuleProblem.Part.OfCondition(var path) -> {
                var names = new ArrayList<>(List.of("when"));
                var at = rule.condition();
                for (int step : path) {
                    names.add(at instanceof Condition.Not ? "condition" : "conditions." + step);
                    at = inner(at, step);
                }
                yield String.join(".", names);
            }
        };
    }

    private static Condition inner(Condition of, int position) {
        return switch (of) {
            case Condition.All(var all) -> all.get(position);
            case Condition.Any(var any) -> any.get(position);
            case Condition.Not(var not) -> not;
            case Condition.Leaf leaf -> leaf;
        };
    }

    /** What is wrong, for a person. */
    static String words(RuleProblem problem) {
        var detail = problem.detail();
        return switch (problem.reason()) {
            case NAME_MISSING -> "A rule needs a name.";
            case NAME_TOO_LONG -> "The name is longer than " + detail + " characters.";
            case TOO_DEEP -> "More than " + detail + " conditions are within each other.";
            case TOO_MANY_CONDITIONS -> "These are more than " + detail + " conditions.";
            case GROUP_EMPTY -> "There is no condition in this group.";
            case VALUE_MISSING -> "There is nothing to compare with.";
            case VALUE_TOO_LONG -> "This is longer than " + detail + " characters.";
            case TOO_MANY_VALUES -> "These are more than " + detail + " values.";
            case TOO_MANY_PATTERNS -> "These are more than " + detail + " patterns.";
            case PATTERN_NOT_UNDERSTOOD -> "This pattern is not understood: " + detail;
            case HEADER_NAME -> "No header field can be called that.";
            case SIZE_NEGATIVE -> "Nothing is smaller than nothing.";
            case TIME_SPAN -> "This has to be longer than nothing, or at least a day for replies, and at most " + detail
                    + ".";
            case LANGUAGE_TAG -> "This is not the tag of a language, such as de or zh-Hant.";
            case NO_LABEL -> "This is a mark of mail programs, and no label.";
            case NO_ACTION -> "The rule does nothing.";
            case TOO_MANY_ACTIONS -> "These are more than " + detail + " actions.";
            case NEVER_REACHED -> "An action before this one ends everything.";
            case CONTRADICTS -> "An action before this one wants something else: " + detail + ".";
            case FOLDER_NAME -> "No folder can be called that.";
            case ADDRESS -> "No mail can be sent to this address.";
            case WEB_ADDRESS -> "This has to be an https address without a password in it.";
            case TEXT_MISSING -> "A reply needs words.";
            case TEXT_TOO_LONG -> "This is longer than " + detail + " characters.";
        };
    }

    /** An action as it stands in a rule. */
    static String json(Action action) {
        return RuleJson.written(action);
    }
}
