package org.waxwing.web.rest.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.mailbox.CountThreads;
import org.waxwing.application.mailbox.ListThreads;
import org.waxwing.application.mailbox.OpenThread;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** Conversations. */
@Path("threads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class ThreadsResource {
    @Inject
    CurrentUser user;

    @Inject
    ListThreads listThreads;

    @Inject
    CountThreads countThreads;

    @Inject
    OpenThread openThread;

    /** A part of a list of conversations, latest first. */
    @GET
    @Operation(summary = "Conversations of a view or folder, latest first")
    public Page<ThreadRowBody> list(@BeanParam ListParameters parameters) {
        var window = listThreads.list(user.person().id(), parameters.query());
        return ListParameters.page(window, ThreadRow::position, ThreadRowBody::of);
    }

    /** How long a list is. */
    @GET
    @Path("count")
    @Operation(summary = "How many conversations a view, folder or label has", description = "Exact, whatever unread, limit and cursor say.")
    public ListCountBody count(@BeanParam ListParameters parameters) {
        return ListCountBody.of(countThreads.count(user.person().id(), parameters.query().scope()));
    }

    /** A conversation with its messages. */
    @GET
    @Path("{id}")
    @Operation(summary = "A conversation with its messages, oldest first")
    public ThreadBody thread(@PathParam("id") String id) {
        return openThread.open(user.person().id(), Id.of(id, ThreadId::of))
                .map(opened -> ThreadBody.of(opened.thread()))
                .orElseThrow(ProblemException::notFound);
    }
}
