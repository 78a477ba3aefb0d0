package org.waxwing.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;

/** What changes, while it does. */
@Path("events")
@RequestScoped
@Tag(name = "Events")
public class EventsResource {
    @Inject
    CurrentUser user;

    @Inject
    SseLiveUpdates updates;

    /** Listens. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Listen to changes", description = """
                    Server-sent events with ids only. `ready` `{}`: listening from now on. `message` `{accountId, threadId, id}`: a new message can be \
                    listed and found. `thread` `{accountId}`: messages or marks of the account changed. `sync` \
                    `{accountId}`: its synchronisation began, went on or ended. `refusal` `{accountId}`: its server \
                    refused a change, which was taken back; see `/refusals`. `counts` `{}`: counts changed. \
                    `reset` `{}`: events may be missing, read everything again. A broken line goes on behind \
                    `Last-Event-ID`, or behind `lastEventId` for those who cannot add a header, as long as it was not away for more than ten minutes or 500 events. A comment \
                    comes every 20 seconds; after an hour the stream ends, and the client connects again.""")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public void events(
            @Context SseEventSink sink,
            @Context Sse sse,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("") String lastId,
            @QueryParam("lastEventId") @DefaultValue("") @Parameter(description = "Where a line broke that the browser did not mend by itself; Last-Event-ID is newer and comes first.") String before) {
        var behind = lastId.isBlank() ? before : lastId;
        updates.listen(user.person().id(), new SseLine(sink, sse), behind.strip());
    }
}
