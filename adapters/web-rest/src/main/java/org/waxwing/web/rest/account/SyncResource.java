package org.waxwing.web.rest.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.domain.account.AccountId;
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
    ListAccounts listAccounts;

    @Inject
    RequestSync requestSync;

    @Inject
    Clock clock;

    /** How it stands. */
    @GET
    @Operation(summary = "Progress and health of synchronisation")
    public SyncBody status(@PathParam("id") String id) {
        var wanted = Id.of(id, AccountId::of);
        return listAccounts.list(user.person().id()).stream()
                .filter(health -> health.account().id().equals(wanted))
                .findFirst()
                .map(health -> SyncBody.of(health, clock.instant()))
                .orElseThrow(ProblemException::notFound);
    }

    /** Asks for it now. */
    @POST
    @Operation(summary = "Synchronise now", description = "Answers at once, with how it stands at this moment.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = SyncBody.class)))
    public Response request(@PathParam("id") String id) {
        if (!requestSync.request(user.person().id(), Id.of(id, AccountId::of))) throw ProblemException.notFound();
        return Response.accepted(status(id)).build();
    }
}
