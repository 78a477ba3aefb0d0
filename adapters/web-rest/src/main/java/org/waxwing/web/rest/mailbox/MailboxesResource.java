package org.waxwing.web.rest.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.change.ChooseRole;
import org.waxwing.application.change.CreateMailbox;
import org.waxwing.application.change.DropMailbox;
import org.waxwing.application.change.RenameMailbox;
import org.waxwing.application.mailbox.ListLabels;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

/** Folders, labels and counts. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Folders")
public class MailboxesResource {
    @Inject
    CurrentUser user;

    @Inject
    ListMailboxes listMailboxes;

    @Inject
    ListLabels listLabels;

    @Inject
    CreateMailbox createMailbox;

    @Inject
    RenameMailbox renameMailbox;

    @Inject
    ChooseRole chooseRole;

    @Inject
    DropMailbox dropMailbox;

    /** All folders of all accounts. */
    @GET
    @Path("mailboxes")
    @Operation(summary = "All folders", description = "By account in the order they were added, then by role and name.")
    public Page<MailboxBody> mailboxes() {
        return Page.whole(listMailboxes.list(user.person().id()).mailboxes().stream()
                .map(MailboxBody::of)
                .toList());
    }

    /** Makes a folder. */
    @POST
    @Path("mailboxes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a folder", description = "Here at once, and at the mail server as soon as it can be reached.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewMailboxBody.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(responseCode = "409", description = "There is one of that name", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response create(InputStream body, @Context UriInfo address) throws IOException {
        var fields = Fields.of(body);
        var account = fields.needed("accountId");
        var path = fields.needed("path");
        fields.check();
        var result = createMailbox.create(user.person().id(), Id.of(account, AccountId::of), path);
        var id = MailboxOutcome.created(result);
        return Response.created(address.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(mailbox(id))
                .build();
    }

    /** Changes a folder. */
    @PATCH
    @Path("mailboxes/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rename a folder, or say what it is for", description = "The folder that had the role before loses it; with none, the folder is an ordinary one.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MailboxChangeBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailboxBody.class)))
    @APIResponse(responseCode = "409", description = "There is one of that name, or this folder keeps what it has", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MailboxBody change(@PathParam("id") String id, InputStream body) throws IOException {
        var mailbox = Id.of(id, MailboxId::of);
        var wanted = MailboxChange.of(Fields.of(body));
        var owner = user.person().id();
        mailbox(mailbox);
        wanted.path().ifPresent(path -> MailboxOutcome.check(renameMailbox.rename(owner, mailbox, path)));
        wanted.role().ifPresent(role -> MailboxOutcome.checkRole(chooseRole.choose(owner, mailbox, role)));
        return mailbox(mailbox);
    }

    /** Removes a folder. */
    @DELETE
    @Path("mailboxes/{id}")
    @Operation(summary = "Remove a folder", description = "What is in it goes to the trash, if withMail allows that.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "There is mail in it, or it has to stay", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void drop(
            @PathParam("id") String id,
            @QueryParam("withMail") @DefaultValue("false") @Parameter(description = "With true, mail in it goes to the trash.", schema = @Schema(type = SchemaType.BOOLEAN)) String withMail) {
        MailboxOutcome.check(
                dropMailbox.drop(user.person().id(), Id.of(id, MailboxId::of), withMail.equals("true")));
    }

    /** The labels in use. */
    @GET
    @Path("labels")
    @Operation(summary = "All labels", description = "Those that messages carry, by account and name.")
    public Page<LabelBody> labels() {
        return Page.whole(
                listLabels.list(user.person().id()).stream().map(LabelBody::of).toList());
    }

    /** What is unread. */
    @GET
    @Path("counts")
    @Operation(summary = "Unread conversations by view, and what is put away")
    public CountsBody counts() {
        return CountsBody.of(listMailboxes.list(user.person().id()));
    }

    private MailboxBody mailbox(MailboxId id) {
        return listMailboxes.list(user.person().id()).mailboxes().stream()
                .filter(row -> row.mailbox().id().equals(id))
                .findFirst()
                .map(MailboxBody::of)
                .orElseThrow(ProblemException::notFound);
    }
}
