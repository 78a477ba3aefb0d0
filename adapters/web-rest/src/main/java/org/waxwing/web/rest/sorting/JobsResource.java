package org.waxwing.web.rest.sorting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.jobs.CancelJob;
import org.waxwing.application.jobs.ListJobs;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sorting.SortAllMail;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** Work on stored mail that goes on in the background. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sorting")
public class JobsResource {
    @Inject
    CurrentUser user;

    @Inject
    SortAllMail sortAllMail;

    @Inject
    ListJobs listJobs;

    @Inject
    CancelJob cancelJob;

    /** Has all mail sorted again. */
    @POST
    @Path("sorting/runs")
    @Operation(summary = "Sort all stored mail again", description = "By what is known and taught now, in the background:"
            + " one job for each account, which are answered as they begin.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Page.class)))
    public Response sort() {
        var jobs = sortAllMail.sort(user.person().id());
        return Response.accepted(Page.whole(jobs.stream().map(JobBody::of).toList())).build();
    }

    /** How far jobs are. */
    @GET
    @Path("jobs")
    @Operation(summary = "The latest jobs", description = "The latest first, at most 20.")
    public Page<JobBody> jobs() {
        return Page.whole(listJobs.list(user.person().id()).stream().map(JobBody::of).toList());
    }

    /** Ends one. */
    @DELETE
    @Path("jobs/{id}")
    @Operation(summary = "End a job before its time", description = "What it has done stays done.")
    @APIResponse(responseCode = "204")
    public void cancel(@PathParam("id") String id) {
        if (!cancelJob.cancel(user.person().id(), Id.of(id, JobId::of))) throw ProblemException.notFound();
    }
}
