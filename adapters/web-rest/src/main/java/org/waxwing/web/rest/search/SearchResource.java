package org.waxwing.web.rest.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.search.SearchMail;

/** Search. */
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {
    @Inject
    CurrentUser user;

    @Inject
    SearchMail searchMail;

    /** A part of what was found, with the exact total. */
    @GET
    @Operation(summary = "Messages by their words", description = "Looks in subject, text, sender and names of files of"
            + " all mail but what only folders for spam and trash show. Case and accents make no difference. Chinese,"
            + " Japanese, Korean and Thai are found by any part of what is written.")
    public SearchBody search(@BeanParam SearchParameters parameters) {
        var request = parameters.request();
        return SearchBody.of(request, searchMail.search(user.person().id(), request));
    }
}
