package org.waxwing.web.rest.sorting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.application.sorting.ReadHistory;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** Why messages are where they are. */
@Path("messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sorting")
public class SortingResource {
    @Inject
    CurrentUser user;

    @Inject
    ExplainSorting explainSorting;

    @Inject
    ReadHistory readHistory;

    /** Why. */
    @GET
    @Path("{id}/sorting")
    @Operation(summary = "Why a message is where it is", description = "By what is known now: what decided when it came"
            + " stands in its history.")
    public SortingBody sorting(@PathParam("id") String id) {
        return explainSorting.explain(user.person().id(), Id.of(id, EmailId::of)).map(SortingBody::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** What was done to it. */
    @GET
    @Path("{id}/history")
    @Operation(summary = "What was done to a message by itself", description = "The latest first: where it was sorted, what"
            + " rules did, and by which version or rule. Empty for a message that is not there.")
    public Page<HistoryBody> history(@PathParam("id") String id) {
        return Page.whole(readHistory.read(user.person().id(), Id.of(id, EmailId::of)).stream()
                .map(HistoryBody::of).toList());
    }
}
