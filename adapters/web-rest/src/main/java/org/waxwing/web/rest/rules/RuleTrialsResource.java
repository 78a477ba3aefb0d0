package org.waxwing.web.rest.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.rules.ListRules;
import org.waxwing.application.rules.TryRule;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.Problem;

/** What rules would do. */
@Path("rules/preview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleTrialsResource {
    /** Whoever waits longer believes that nothing happens; more can be asked for by narrowing the rule to an account. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Inject
    CurrentUser user;

    @Inject
    ListRules listRules;

    @Inject
    TryRule tryRule;

    @Inject
    Clock clock;

    /** Tries a rule. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a rule would do to the mail that is there", description = """
                    Changes nothing. The rule is asked among all others, behind them or in the place of the one it \
                    replaces, as if all mail arrived now. It looks at the latest mail first and at no more than it can in \
                    twenty seconds.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public TrialBody attempt(
            @QueryParam("replaces") @DefaultValue("") @Parameter(description = "The rule in whose place it is to be.") String replaces,
            InputStream body) throws IOException {
        var wanted = RuleText.rule(body);
        var place = replaces.isEmpty() ? List.<RuleId>of() : List.of(Id.of(replaces, RuleId::of));
        var end = clock.instant().plus(LONGEST);
        var person = user.person().id();
        return switch (tryRule.run(
                person, new TryRule.Trial(wanted, place), (looked, total) -> clock.instant().isBefore(end))) {
            case TryRule.Result.Tried tried -> TrialBody.of(tried, listRules.list(person));
            case TryRule.Result.Invalid(var problems) -> throw RuleText.refusal(wanted, problems);
        };
    }
}
