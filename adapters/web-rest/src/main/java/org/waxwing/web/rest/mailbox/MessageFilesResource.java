package org.waxwing.web.rest.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.mailbox.OpenFile;
import org.waxwing.application.mailbox.OpenFiles;
import org.waxwing.application.mailbox.OpenHtml;
import org.waxwing.application.mailbox.ReadHeaders;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.ProblemException;

/** What a message is made of: its HTML, its source, its attachments. */
@Path("messages")
@RequestScoped
@Tag(name = "Messages")
public class MessageFilesResource {
    @Inject
    CurrentUser user;

    @Inject
    OpenHtml openHtml;

    @Inject
    OpenFile openFile;

    @Inject
    OpenFiles openFiles;

    @Inject
    ReadHeaders readHeaders;

    /** The sanitised HTML of a message. */
    @GET
    @Path("{id}/html")
    @Operation(summary = "The HTML of a message, made harmless", description = "A whole document without scripts and forms, under a Content-Security-Policy of its own."
            + " X-Waxwing-Blocked-Images tells how many remote images were left out, X-Waxwing-Trackers how many"
            + " pixels that only report. Pictures of senders in /image-senders are shown.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
    public Response html(
            @PathParam("id") String id,
            @QueryParam("images") @DefaultValue("") @Parameter(description = "With 1, pictures of other servers are shown, fetched by ours.") String images,
            @QueryParam("whole") @DefaultValue("") @Parameter(description = "With 1, all of it, however long.") String whole) {
        var wishes = EnumSet.noneOf(OpenHtml.Wish.class);
        if (images.equals("1")) wishes.add(OpenHtml.Wish.REMOTE_IMAGES);
        if (whole.equals("1")) wishes.add(OpenHtml.Wish.WHOLE);
        return openHtml.open(user.person().id(), Id.of(id, EmailId::of), wishes)
                .map(opened -> HtmlResponse.of(opened.html()))
                .orElseThrow(ProblemException::notFound);
    }

    /** The source of a message. */
    @GET
    @Path("{id}/raw")
    @Operation(summary = "The message as its server gave it", description = "In ranges on request (RFC 9110 §14).")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "message/rfc822", schema = @Schema(implementation = String.class, format = "binary")))
    public Response raw(@PathParam("id") String id, @Context HttpHeaders headers) {
        return openFile.open(user.person().id(), Id.of(id, EmailId::of), new OpenFile.Part.Source())
                .map(file -> FileResponse.of(file, Presentation.saved(file), headers))
                .orElseThrow(ProblemException::notFound);
    }

    /** The header fields of a message. */
    @GET
    @Path("{id}/headers")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The header fields of a message", description = "All of them, in their order, unfolded, with encoded words decoded.")
    public HeadersBody headers(@PathParam("id") String id) throws IOException {
        return readHeaders.read(user.person().id(), Id.of(id, EmailId::of))
                .map(HeadersBody::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** All attachments of a message. */
    @GET
    @Path("{id}/attachments.zip")
    @Operation(summary = "All attachments in one archive")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/zip", schema = @Schema(implementation = String.class, format = "binary")))
    public Response attachments(@PathParam("id") String id) {
        return openFiles.open(user.person().id(), Id.of(id, EmailId::of))
                .map(ZipResponse::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** An attachment of a message. */
    @GET
    @Path("{id}/attachments/{aid: \\d{1,6}}")
    @Operation(summary = "An attachment", description = "In ranges on request (RFC 9110 §14).")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "*/*", schema = @Schema(implementation = String.class, format = "binary")))
    public Response attachment(
            @PathParam("id") String id,
            @PathParam("aid") int attachment,
            @QueryParam("inline") @DefaultValue("") @Parameter(description = "With 1, pictures, plain text and PDF are shown rather than saved.") String inline,
            @Context HttpHeaders headers) {
        return openFile.open(user.person().id(), Id.of(id, EmailId::of), new OpenFile.Part.Attached(attachment))
                .map(file -> FileResponse.of(
                        file, inline.equals("1") ? Presentation.shown(file) : Presentation.saved(file), headers))
                .orElseThrow(ProblemException::notFound);
    }
}
