package org.waxwing.web.rest.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.DiscoverSettings;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.account.RemoveAccount;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Mail accounts. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountsResource {
    @Inject
    CurrentUser user;

    @Inject
    ListAccounts listAccounts;

    @Inject
    AddAccount addAccount;

    @Inject
    RemoveAccount removeAccount;

    @Inject
    DiscoverSettings discoverSettings;

    /** All accounts. */
    @GET
    @Operation(summary = "All accounts, oldest first")
    public Page<AccountBody> list() {
        return Page.whole(listAccounts.list(user.person().id()).stream()
                .map(AccountHealth::account)
                .map(AccountBody::of)
                .toList());
    }

    /** Connects an account. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Connect an account", description = "The settings are tried by a real sign-in; nothing is kept unless it succeeds. Sending the same"
            + " once more is answered with already-added and the account's id.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewAccountBody.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @APIResponse(responseCode = "409", description = "Connected already", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right, or the mail server cannot be used with them", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "429", description = "Too many attempts", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response add(InputStream body, @Context UriInfo address) throws IOException {
        var wanted = NewAccount.of(Fields.of(body));
        var owner = user.person().id();
        var command = wanted.command().orElseGet(
                () -> wanted.command(Discovery.settings(discoverSettings.discover(owner, wanted.address()))));
        return switch (addAccount.add(owner, command)) {
            case AddAccount.Result.Added(var account) -> created(account, address);
            case AddAccount.Result.AlreadyAdded(var account) -> throw new ProblemException(
                    Problem.of(ProblemType.ALREADY_ADDED, "You have connected this address before.")
                            .withAccount(account.toString()));
            case AddAccount.Result.Refused(var problem) -> throw new ProblemException(Refusals.problem(problem));
            case AddAccount.Result.NotAnAddress() -> throw ProblemException.invalid(
                    "address", "This is not an email address.");
            case AddAccount.Result.TooManyAttempts() -> throw ProblemException.tooManyAttempts(Discovery.PAUSE);
        };
    }

    /** Looks for the settings of an address. */
    @POST
    @Path("discover")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find the settings of an address", description = "Takes a few seconds at most.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DiscoverBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SuggestionBody.class)))
    public SuggestionBody discover(InputStream body) throws IOException {
        var fields = Fields.of(body);
        var address = fields.needed("address");
        fields.check();
        var result = discoverSettings.discover(user.person().id(), EmailAddress.of(address));
        return SuggestionBody.of(Discovery.settings(result));
    }

    /** An account. */
    @GET
    @Path("{id}")
    @Operation(summary = "An account")
    public AccountBody account(@PathParam("id") String id) {
        var wanted = Id.of(id, AccountId::of);
        return listAccounts.list(user.person().id()).stream()
                .map(AccountHealth::account)
                .filter(account -> account.id().equals(wanted))
                .findFirst()
                .map(AccountBody::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** Disconnects an account. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Disconnect an account", description = "Removes everything of it here; at its server nothing changes.")
    @APIResponse(responseCode = "204", description = "Disconnected")
    public void remove(@PathParam("id") String id) {
        if (!removeAccount.remove(user.person().id(), Id.of(id, AccountId::of))) throw ProblemException.notFound();
    }

    private static Response created(Account account, UriInfo address) {
        return Response.created(address.getAbsolutePathBuilder().path(account.id().toString()).build())
                .entity(AccountBody.of(account))
                .build();
    }
}
