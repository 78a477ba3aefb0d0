package org.waxwing.web.rest.account;

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
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.account.AccountId;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** The synchronisation of an account, folder by folder. */
@Path("accounts/{id}/sync/folders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class SyncFoldersResource {
    @Inject
    CurrentUser user;

    @Inject
    ShowSync showSync;

    /** All folders. */
    @GET
    @Operation(summary = "Health of each folder", description = "In the order of their roles, then by path.")
    public Page<SyncFolderBody> list(@PathParam("id") String id) {
        return showSync.show(user.person().id(), Id.of(id, AccountId::of))
                .map(report -> Page.whole(
                        report.folders().stream().map(SyncFolderBody::of).toList()))
                .orElseThrow(ProblemException::notFound);
    }
}
