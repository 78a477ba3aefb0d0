package org.waxwing.web.rest.safety;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.safety.ListTrustedSenders;
import org.waxwing.application.safety.TrustImages;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** The senders whose pictures a person always wants to see. */
@Path("image-senders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class ImageSendersResource {
    @Inject
    CurrentUser user;

    @Inject
    ListTrustedSenders listTrustedSenders;

    @Inject
    TrustImages trustImages;

    /** All of them. */
    @GET
    @Operation(summary = "The senders whose pictures are always shown")
    public Page<ImageSenderBody> senders() {
        return Page.whole(listTrustedSenders.list(user.person().id()).stream().map(ImageSenderBody::of).toList());
    }

    /** One more. */
    @PUT
    @Path("{address}")
    @Operation(summary = "Always show the pictures of a sender", description = "Not of messages that only pretend to be"
            + " from them.")
    @APIResponse(responseCode = "204")
    public void add(@PathParam("address") String address) {
        decide(address, TrustImages.Decision.ALWAYS);
    }

    /** One less. */
    @DELETE
    @Path("{address}")
    @Operation(summary = "Show the pictures of a sender on request alone")
    @APIResponse(responseCode = "204")
    public void remove(@PathParam("address") String address) {
        decide(address, TrustImages.Decision.NO_LONGER);
    }

    private void decide(String address, TrustImages.Decision decision) {
        if (!trustImages.decide(user.person().id(), EmailAddress.of(address), decision))
            throw ProblemException.invalid("address", "This is not an address.");
    }
}
