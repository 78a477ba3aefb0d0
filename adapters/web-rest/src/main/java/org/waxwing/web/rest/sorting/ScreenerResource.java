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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.screening.DecideSenders;
import org.waxwing.application.screening.ForgetDecision;
import org.waxwing.application.screening.ListDecisions;
import org.waxwing.application.screening.ShowScreener;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.change.ActionResultBody;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Who waits to be let in, and what one decided. */
@Path("screener")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sorting")
public class ScreenerResource {
    @Inject
    CurrentUser user;

    @Inject
    ShowScreener showScreener;

    @Inject
    DecideSenders decideSenders;

    @Inject
    ListDecisions listDecisions;

    @Inject
    ForgetDecision forgetDecision;

    /** Who waits. */
    @GET
    @Operation(summary = "Who waits to be let in", description = "One line for each sender and account, who wrote last"
            + " first, at most 200.")
    public Page<WaitingBody> waiting() {
        return Page.whole(showScreener.show(user.person().id()).stream().map(WaitingBody::of).toList());
    }

    /** Lets senders in, or keeps them out. */
    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let senders in, or keep them out", description = "`in` sorts their mail by what it is, `imbox`,"
            + " `feed` and `paper_trail` put all of it there, `out` keeps it out of sight. All or nothing, with what is"
            + " stored of them; undone like every action.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionsBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionResultBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ActionResultBody decide(InputStream body) throws IOException {
        var wishes = DecisionsRequest.of(body);
        return decideSenders.decide(user.person().id(), wishes)
                .map(it -> new ActionResultBody(
                        it.action().toString(), it.changed(), it.senders(), it.undoUntil()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no account yet."));
    }

    /** What was decided. */
    @GET
    @Path("decisions")
    @Operation(summary = "What one has decided about senders", description = "The latest first, at most 500.")
    public Page<DecisionBody> decisions() {
        return Page.whole(listDecisions.list(user.person().id()).stream().map(DecisionBody::of).toList());
    }

    /** Takes one back. */
    @DELETE
    @Path("decisions/{who}")
    @Operation(summary = "Take a decision back", description = "Their mail is sorted as if nobody had decided.")
    @APIResponse(responseCode = "204")
    public void forget(@PathParam("who") String who) {
        forgetDecision.forget(user.person().id(), who);
    }
}
