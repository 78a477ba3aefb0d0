package org.waxwing.web.rest.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.waxwing.application.account.ConnectByConsent;
import org.waxwing.application.account.DiscoverSettings;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.application.account.RemoveAccount;
import org.waxwing.application.account.RenameAccount;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

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
    ConnectByConsent connectByConsent;

    @Inject
    ReconnectAccount reconnectAccount;

    @Inject
    RenameAccount renameAccount;

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
        return created(added(user.person().id(), Fields.of(body)), address);
    }

    private Account added(PersonId owner, Fields fields) {
        if (fields.has(ConsentFields.FIELD)) {
            var consent = ConsentFields.consent(fields, EmailAddress.of(fields.text("address")));
            var purpose = new ConnectByConsent.Purpose.Connect(fields.text("displayName"));
            return ConsentFields.account(
                    connectByConsent.connect(owner, new ConnectByConsent.Command(consent, purpose)));
        }
        var wanted = NewAccount.of(fields);
        var command = wanted.command().orElseGet(
                () -> wanted.command(Discovery.settings(discoverSettings.discover(owner, wanted.address()))));
        return ConsentFields.account(addAccount.add(owner, command));
    }

    /** Changes an account. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rename or reconnect an account", description = "With a password or a consent the account is reconnected in place: they are tried by a real sign-in"
            + " and kept only if it succeeds; everything of the account stays. Servers and user name change only"
            + " together with a password.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountChangeBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right, or the mail server cannot be used with them", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "429", description = "Too many attempts", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public AccountBody change(@PathParam("id") String id, InputStream body) throws IOException {
        var owner = user.person().id();
        var account = known(id);
        var fields = Fields.of(body);
        var change = AccountChange.of(fields);
        if (fields.has(ConsentFields.FIELD)) {
            var consent = ConsentFields.consent(fields, account.address());
            var purpose = new ConnectByConsent.Purpose.Reconnect(account.id());
            account = ConsentFields.account(
                    connectByConsent.connect(owner, new ConnectByConsent.Command(consent, purpose)));
        } else {
            var command = change.command(account);
            if (command.isPresent())
                account = ConsentFields.account(reconnectAccount.reconnect(owner, command.get()));
        }
        if (change.name().isPresent())
            account = renameAccount.rename(owner, account.id(), change.name().get())
                    .orElseThrow(ProblemException::notFound);
        return AccountBody.of(account);
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
        return AccountBody.of(known(id));
    }

    private Account known(String id) {
        var wanted = Id.of(id, AccountId::of);
        return listAccounts.list(user.person().id()).stream()
                .map(AccountHealth::account)
                .filter(account -> account.id().equals(wanted))
                .findFirst()
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
