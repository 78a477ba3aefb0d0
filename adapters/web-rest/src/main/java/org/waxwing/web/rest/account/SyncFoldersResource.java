package org.waxwing.web.rest.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.change.ChooseRole;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** The synchronisation of an account, folder by folder. */
@Path("accounts/{id}/sync/folders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class SyncFoldersResource {
    private static final Map<String, MailboxRole> ROLES = Stream.of(
            MailboxRole.DRAFTS, MailboxRole.SENT, MailboxRole.ARCHIVE, MailboxRole.JUNK, MailboxRole.TRASH,
            MailboxRole.NONE)
            .collect(Collectors.toUnmodifiableMap(role -> role.name().toLowerCase(Locale.ROOT), role -> role));

    @Inject
    CurrentUser user;

    @Inject
    ShowSync showSync;

    @Inject
    ChooseRole chooseRole;

    /** All folders. */
    @GET
    @Operation(summary = "Health of each folder", description = "In the order of their roles, then by path.")
    public Page<SyncFolderBody> list(@PathParam("id") String id) {
        return Page.whole(report(id).folders().stream().map(SyncFolderBody::of).toList());
    }

    /** Corrects what a folder is for. */
    @PATCH
    @Path("{mailboxId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Correct what a folder is for", description = "The folder that had the role before loses it. The inbox stays what it is.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SyncFolderChange.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SyncFolderBody.class)))
    public SyncFolderBody change(
            @PathParam("id") String id, @PathParam("mailboxId") String mailboxId, InputStream body)
            throws IOException {
        var fields = Fields.of(body);
        var role = ROLES.get(fields.needed("role"));
        if (role == null && fields.has("role"))
            fields.wrong("role", "This has to be drafts, sent, archive, junk, trash or none.");
        fields.check();
        var folder = folder(id, mailboxId).mailbox();
        if (role == null || !chooseRole.choose(user.person().id(), folder.id(), role))
            throw ProblemException.invalid("role", "What this folder is for cannot be changed.");
        return SyncFolderBody.of(folder(id, mailboxId));
    }

    private FolderHealth folder(String id, String mailboxId) {
        return report(id).folders().stream()
                .filter(folder -> folder.mailbox().id().toString().equals(mailboxId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private ShowSync.Report report(String id) {
        return showSync.show(user.person().id(), Id.of(id, AccountId::of)).orElseThrow(ProblemException::notFound);
    }
}
