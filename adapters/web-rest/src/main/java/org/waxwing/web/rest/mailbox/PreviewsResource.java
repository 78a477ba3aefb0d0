package org.waxwing.web.rest.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.mailbox.OpenEnclosed;
import org.waxwing.application.preview.PreviewFile;
import org.waxwing.application.preview.PreviewFile.Look;
import org.waxwing.application.preview.PreviewFile.Result;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.ProblemException;

/** What can be seen of attachments without opening them. */
@Path("messages")
@RequestScoped
@Tag(name = "Messages")
public class PreviewsResource {
    @Inject
    CurrentUser user;

    @Inject
    PreviewFile previewFile;

    @Inject
    OpenEnclosed openEnclosed;

    /** A small picture of an attachment. */
    @GET
    @Path("{id}/attachments/{aid: \\d{1,6}}/thumbnail")
    @Operation(summary = "A small picture of an attachment", description = "Of an image, or of the first page of a PDF file, at most 128 pixels wide and high.")
    @APIResponse(responseCode = "204", description = "There is none: the file is of another kind, broken, protected, or too large")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/png", schema = @Schema(implementation = String.class, format = "binary")))
    public Response thumbnail(@PathParam("id") String id, @PathParam("aid") int attachment,
            @Context HttpHeaders headers)
            throws IOException {
        var seen = look(id, attachment, new Look.Page(1, PreviewFile.SMALL));
        // a list of files asks for all of them: that some have no picture is nothing that went wrong
        return seen instanceof Result.Hidden ? Response.noContent().build() : picture(seen, "s", headers);
    }

    /** What can be seen of an attachment. */
    @GET
    @Path("{id}/attachments/{aid: \\d{1,6}}/preview")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What can be seen of an attachment", description = "How many pages it has, or the beginning of its text in whatever characters it was written.")
    public PreviewBody preview(@PathParam("id") String id, @PathParam("aid") int attachment) throws IOException {
        return switch (look(id, attachment, new Look.Page(1, PreviewFile.PAGE))) {
            case Result.Seen seen -> PreviewBody.of(seen.picture());
            case Result.Hidden hidden -> text(id, attachment);
            case Result.Read read -> PreviewBody.of(read.text());
            case Result.Missing missing -> throw ProblemException.notFound();
        };
    }

    /** A page of an attachment. */
    @GET
    @Path("{id}/attachments/{aid: \\d{1,6}}/preview/{page: \\d{1,3}}")
    @Operation(summary = "A page of an attachment", description = "At most 1600 pixels wide and high. 404 when there is no such page, or it cannot be drawn.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/png", schema = @Schema(implementation = String.class, format = "binary")))
    public Response page(
            @PathParam("id") String id,
            @PathParam("aid") int attachment,
            @PathParam("page") int page,
            @Context HttpHeaders headers)
            throws IOException {
        if (page < 1 || page > PreviewBody.MOST_PAGES) throw ProblemException.notFound();
        return picture(look(id, attachment, new Look.Page(page, PreviewFile.PAGE)), "p" + page, headers);
    }

    /** The sanitised HTML of an attached message. */
    @GET
    @Path("{id}/attachments/{aid: \\d{1,6}}/html")
    @Operation(summary = "The HTML of an attached message, made harmless", description = "Like the HTML of a message, without its pictures.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
    public Response html(@PathParam("id") String id, @PathParam("aid") int attachment) throws IOException {
        return openEnclosed.open(user.person().id(), Id.of(id, EmailId::of), attachment)
                .filter(OpenEnclosed.Enclosed::hasHtml)
                .map(it -> HtmlResponse.of(it.html()))
                .orElseThrow(ProblemException::notFound);
    }

    private PreviewBody text(String id, int attachment) throws IOException {
        return look(id, attachment, new Look.Text()) instanceof Result.Read(var text)
                ? PreviewBody.of(text)
                : notFound();
    }

    private static PreviewBody notFound() {
        throw ProblemException.notFound();
    }

    private Result look(String id, int attachment, Look look) throws IOException {
        return previewFile.look(user.person().id(), Id.of(id, EmailId::of), attachment, look);
    }

    private static Response picture(Result result, String name, HttpHeaders headers) {
        if (result instanceof Result.Seen seen) return PictureResponse.of(seen, name, headers);
        throw ProblemException.notFound();
    }
}
