package org.waxwing.web.rest.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.web.rest.Page;

/** Folders and counts. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Folders")
public class MailboxesResource {
    @Inject
    CurrentUser user;

    @Inject
    ListMailboxes listMailboxes;

    /** All folders of all accounts. */
    @GET
    @Path("mailboxes")
    @Operation(summary = "All folders", description = "By account in the order they were added, then by role and name.")
    public Page<MailboxBody> mailboxes() {
        return Page.whole(listMailboxes.list(user.person().id()).mailboxes().stream()
                .map(MailboxBody::of)
                .toList());
    }

    /** What is unread. */
    @GET
    @Path("counts")
    @Operation(summary = "Unread conversations by view")
    public CountsBody counts() {
        return CountsBody.of(listMailboxes.list(user.person().id()).unread());
    }
}
