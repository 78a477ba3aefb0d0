package org.waxwing.web.rest.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sync.PauseSync;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.application.sync.ResyncAccount;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.account.AccountId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.ProblemException;

/** The synchronisation of an account. */
@Path("accounts/{id}/sync")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class SyncResource {
    @Inject
    CurrentUser user;

    @Inject
    ShowSync showSync;

    @Inject
    RequestSync requestSync;

    @Inject
    ResyncAccount resyncAccount;

    @Inject
    PauseSync pauseSync;

    @Inject
    Clock clock;

    /** How it stands. */
    @GET
    @Operation(summary = "Progress and health of synchronisation")
    public SyncBody status(@PathParam("id") String id) {
        return showSync.show(user.person().id(), Id.of(id, AccountId::of))
                .map(report -> SyncBody.of(report, clock.instant()))
                .orElseThrow(ProblemException::notFound);
    }

    /** Asks for it now. */
    @POST
    @Operation(summary = "Synchronise now", description = "Answers at once, with how it stands at this moment. With `scratch=true` everything is fetched"
            + " anew; ids stay the same, nothing is lost, and mail stays readable meanwhile.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = SyncBody.class)))
    public Response request(
            @PathParam("id") String id, @QueryParam("scratch") @DefaultValue("false") boolean scratch) {
        var owner = user.person().id();
        var account = Id.of(id, AccountId::of);
        boolean asked = scratch ? resyncAccount.resync(owner, account) : requestSync.request(owner, account);
        if (!asked) throw ProblemException.notFound();
        return Response.accepted(status(id)).build();
    }

    /** Pauses or resumes. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pause or resume", description = "A paused account is left alone; what its owner does to mail waits until it is resumed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SyncChange.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SyncBody.class)))
    public SyncBody change(@PathParam("id") String id, InputStream body) throws IOException {
        var fields = Fields.of(body);
        boolean paused = fields.flag("paused");
        fields.check();
        if (!pauseSync.pause(user.person().id(), Id.of(id, AccountId::of), paused)) throw ProblemException.notFound();
        return status(id);
    }
}
