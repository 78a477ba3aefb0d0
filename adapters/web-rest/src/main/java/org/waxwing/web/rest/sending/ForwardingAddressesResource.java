package org.waxwing.web.rest.sending;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sending.AskToForward;
import org.waxwing.application.sending.ConfirmForwarding;
import org.waxwing.application.sending.ListForwardingAddresses;
import org.waxwing.application.sending.RemoveForwardingAddress;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** To where rules may pass mail on. */
@Path("forwarding-addresses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class ForwardingAddressesResource {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Inject
    CurrentUser user;

    @Inject
    ListForwardingAddresses listForwardingAddresses;

    @Inject
    AskToForward askToForward;

    @Inject
    ConfirmForwarding confirmForwarding;

    @Inject
    RemoveForwardingAddress removeForwardingAddress;

    /** All of them. */
    @GET
    @Operation(summary = "The addresses that rules may forward to", description = "Those that were confirmed, and those"
            + " that a code was sent to.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    public Page<ForwardingAddressBody> addresses() {
        return Page.whole(listForwardingAddresses.list(user.person().id()).stream()
                .map(ForwardingAddressBody::of)
                .toList());
    }

    /** Sends a code to one more, or to one again. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a code to an address", description = "From an account of yours, the oldest unless"
            + " `accountId` says which. The code is good for a day and a few attempts.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewAddressBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForwardingAddressBody.class)))
    @APIResponse(responseCode = "409", description = "There are as many as there may be", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right, or the code could not be sent", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "429", description = "Too many codes within some minutes", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ForwardingAddressBody ask(InputStream body) throws IOException {
        var fields = Fields.of(body);
        var address = fields.needed("address");
        var account = fields.text("accountId");
        fields.check();
        var from = account.isEmpty() ? List.<AccountId>of() : List.of(Id.of(account, AccountId::of));
        return switch (askToForward.ask(user.person().id(), new AskToForward.Wish(address, from))) {
            case AskToForward.Result.Kept(var kept) -> ForwardingAddressBody.of(kept);
            case AskToForward.Result.NotAnAddress() ->
                throw ProblemException.invalid("address", "This is not an address.");
            case AskToForward.Result.OwnAddress() ->
                throw ProblemException.invalid("address", "This is an address of your own accounts.");
            case AskToForward.Result.NoAccount() ->
                throw ProblemException.invalid("accountId", "There is no such account.");
            case AskToForward.Result.NoRoom() -> throw new ProblemException(ProblemType.NO_ROOM, "");
            case AskToForward.Result.TooOften() -> throw ProblemException.tooManyAttempts(PAUSE);
            case AskToForward.Result.NotSent(var why) -> throw notSent(why);
        };
    }

    private static ProblemException notSent(Trouble why) {
        return new ProblemException(ProblemType.NOT_SENT, why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Takes the code that came there. */
    @POST
    @Path("{address}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm an address by its code")
    @RequestBody(content = @Content(schema = @Schema(implementation = CodeBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForwardingAddressBody.class)))
    @APIResponse(responseCode = "409", description = "The code is too old, or was guessed at too often", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "It is another code", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ForwardingAddressBody confirm(@PathParam("address") String address, InputStream body) throws IOException {
        var fields = Fields.of(body);
        var code = fields.needed("code");
        fields.check();
        return switch (confirmForwarding.confirm(user.person().id(), address, code)) {
            case ConfirmForwarding.Result.Verified(var it) -> ForwardingAddressBody.of(it);
            case ConfirmForwarding.Result.Wrong(var left) ->
                throw ProblemException.invalid("code", "This is not the code. Attempts left: " + left + ".");
            case ConfirmForwarding.Result.Over() -> throw new ProblemException(ProblemType.TOO_LATE, "");
            case ConfirmForwarding.Result.NotThere() -> throw ProblemException.notFound();
        };
    }

    /** Forgets one. */
    @DELETE
    @Path("{address}")
    @Operation(summary = "Forward to an address no longer", description = "What waits to be sent there is not sent.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void remove(@PathParam("address") String address) {
        if (!removeForwardingAddress.remove(user.person().id(), address)) throw ProblemException.notFound();
    }
}
