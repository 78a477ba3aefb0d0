package org.waxwing.web.rest.sorting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.screening.DecideForOrganisation;
import org.waxwing.application.screening.DecideSenders.Outcome;
import org.waxwing.application.screening.ListOrganisationsDecisions;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Whom the organisation lets in or keeps out, for everybody in it. */
@Path("admin/senders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sorting")
public class OrganisationSendersResource {
    @Inject
    CurrentUser user;

    @Inject
    ListOrganisationsDecisions listDecisions;

    @Inject
    DecideForOrganisation decideForOrganisation;

    /** Everybody can know. */
    @GET
    @Operation(summary = "Whom the organisation lets in or keeps out")
    public Page<DecisionBody> decisions() {
        return Page.whole(listDecisions.list(user.person().id()).stream().map(DecisionBody::of).toList());
    }

    /** Decides for everybody. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let senders in, or keep them out, for everybody", description = "For administrators. `in` or"
            + " `out`: where mail belongs is everybody's own. Nobody lets in alone whom the organisation keeps out.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionsBody.class)))
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "403", description = "Administrators decide this", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void decide(InputStream body) throws IOException {
        mustBeAdministrator();
        var wishes = DecisionsRequest.of(body);
        if (wishes.stream().anyMatch(it -> it.outcome() != Outcome.IN && it.outcome() != Outcome.OUT))
            throw ProblemException.invalid("decisions", "For everybody it can only be in or out.");
        decideForOrganisation.change(user.person().id(), new DecideForOrganisation.Change.Decided(wishes));
    }

    /** Takes one back. */
    @DELETE
    @Path("{who}")
    @Operation(summary = "Take a decision for everybody back", description = "For administrators.")
    @APIResponse(responseCode = "204")
    public void forget(@PathParam("who") String who) {
        mustBeAdministrator();
        decideForOrganisation.change(
                user.person().id(), new DecideForOrganisation.Change.Forgotten(Set.of(who)));
    }

    private void mustBeAdministrator() {
        if (!user.isAdministrator())
            throw new ProblemException(ProblemType.FORBIDDEN, "Administrators decide this for everybody.");
    }
}
