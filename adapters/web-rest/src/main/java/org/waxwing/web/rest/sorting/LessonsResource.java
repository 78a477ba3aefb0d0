package org.waxwing.web.rest.sorting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sorting.ForgetLesson;
import org.waxwing.application.sorting.ListLessons;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** What one has taught about where mail belongs. */
@Path("lessons")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sorting")
public class LessonsResource {
    @Inject
    CurrentUser user;

    @Inject
    ListLessons listLessons;

    @Inject
    ForgetLesson forgetLesson;

    /** All of it. */
    @GET
    @Operation(summary = "What one has taught", description = "The newest first.")
    public Page<LessonBody> lessons() {
        return Page.whole(listLessons.list(user.person().id()).stream().map(LessonBody::of).toList());
    }

    /** Forgets. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget something that was taught", description = "What it was about is sorted by itself again.")
    @APIResponse(responseCode = "204")
    public void forget(@PathParam("id") String id) {
        var lesson = Id.of(id, text -> new LessonId(UUID.fromString(text)));
        if (!forgetLesson.forget(user.person().id(), lesson)) throw ProblemException.notFound();
    }
}
