package org.waxwing.web.rest.rules;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.waxwing.application.rules.RuleChange;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.WrittenRule;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** What is answered to the wish to change a rule. */
final class RuleAnswers {
    private RuleAnswers() {}

    /**
     * The tag in an If-Match; empty when any will do.
     *
     * @param header may be empty
     */
    static String seen(String header) {
        var tag = header.strip();
        if (tag.isEmpty() || tag.equals("*")) return "";
        // a weak one is never equal to anything (RFC 9110 §13.1.1), and neither is what is no tag
        return tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
    }

    static Response.ResponseBuilder withTag(Response.ResponseBuilder response, Rule rule) {
        return response.tag(new EntityTag(RuleJson.tag(rule))).entity(RuleBody.of(rule));
    }

    /** The answer to a change of a rule that is there. */
    static Response changed(RuleChange change, List<WrittenRule> wanted) {
        return switch (change) {
            case RuleChange.Kept(var rule) -> withTag(Response.ok(), rule).build();
            case RuleChange.Removed() -> Response.noContent().build();
            case RuleChange.ChangedMeanwhile(var now) -> Response.status(ProblemType.STALE.status())
                    .type(Problem.MEDIA_TYPE)
                    .tag(new EntityTag(RuleJson.tag(now)))
                    .entity(StaleBody.of(now))
                    .build();
            case RuleChange.Invalid(var problems) -> throw invalid(problems, wanted);
            case RuleChange.NoSuchAccount() ->
                throw ProblemException.invalid("account", "This is none of your accounts, or the rule is for all.");
            case RuleChange.NoRoom() -> throw new ProblemException(ProblemType.NO_ROOM, "");
            case RuleChange.NotThere() -> throw ProblemException.notFound();
            case RuleChange.NotAllowed() -> throw new ProblemException(
                    ProblemType.FORBIDDEN, "The rules of an organisation are changed by its administrators.");
        };
    }

    private static ProblemException invalid(List<RuleProblem> problems, List<WrittenRule> wanted) {
        return wanted.isEmpty()
                ? RuleText.refusal(0, problems)
                : RuleText.refusal(wanted.getFirst(), problems);
    }
}
