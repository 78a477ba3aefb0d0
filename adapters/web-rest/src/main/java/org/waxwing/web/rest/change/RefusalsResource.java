package org.waxwing.web.rest.change;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.change.DismissRefusals;
import org.waxwing.application.change.ListRefusals;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;

/** What mail servers refused to do. */
@Path("refusals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
public class RefusalsResource {
    @Inject
    CurrentUser user;

    @Inject
    ListRefusals listRefusals;

    @Inject
    DismissRefusals dismissRefusals;

    /** Those that were not put away. */
    @GET
    @Operation(summary = "What mail servers refused to do", description = "Each was taken back here. Latest first, at most a hundred.")
    public Page<RefusalBody> list() {
        return Page.whole(listRefusals.list(user.person().id()).stream()
                .map(RefusalBody::of)
                .toList());
    }

    /** Puts one away. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Put a notice about a refusal away", description = "Safe to repeat.")
    @APIResponse(responseCode = "204", description = "It is not listed any more")
    public void dismiss(@PathParam("id") String id) {
        dismissRefusals.dismiss(user.person().id(), Set.of(Id.of(id, RefusalId::of)));
    }
}
