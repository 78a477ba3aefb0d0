package org.waxwing.web.rest.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.screening.FindContacts;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** People. */
@Path("contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactsResource {
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    @Inject
    CurrentUser user;

    @Inject
    FindContacts findContacts;

    /** People by their name or address. */
    @GET
    @Operation(summary = "People with whom mail was exchanged", description = "Whose name or address contains all words of"
            + " q. First those who were written to, then those with most mail; there is no further page.")
    public Page<ContactBody> find(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("limit") @DefaultValue("10") @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50")) String limit) {
        int items = limit.matches("\\d{1,2}") ? Integer.parseInt(limit) : 0;
        if (items < 1 || items > MOST)
            throw ProblemException.malformed("The parameter limit is a number from 1 to " + MOST + ".");
        var typed = new UntrustedText(q).clipped(LONGEST).value();
        return Page.whole(findContacts.find(user.person().id(), typed, items).stream()
                .map(ContactBody::of)
                .toList());
    }
}
