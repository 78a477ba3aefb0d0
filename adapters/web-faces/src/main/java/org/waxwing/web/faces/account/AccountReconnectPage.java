package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.ListProviders;
import org.waxwing.application.account.LookAtSignIn;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.Secret;
import org.waxwing.web.faces.Words;

/** Reconnecting the account that {@code account} in the address names, by a password or at its provider. */
@Named
@RequestScoped
public class AccountReconnectPage {
    private static final String FORM = "reconnect";

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    @Inject
    LookAtSignIn lookAtSignIn;

    @Inject
    ListProviders listProviders;

    @Inject
    ReconnectAccount reconnectAccount;

    @Inject
    Words words;

    private final Server incoming = new Server();
    private final Server outgoing = new Server();
    private LookAtSignIn.@Nullable Way way;
    private boolean looked;
    private String password = "";
    private String username = "";
    private boolean serversShown;

    /** Finds the account, and fills in what opened it so far. */
    public void open() {
        way().ifPresentOrElse(
                found -> {
                    incoming.become(found.account().incoming());
                    outgoing.become(found.account().outgoing());
                    username = found.username();
                },
                () -> FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404));
    }

    /**
     * Reconnects the account.
     *
     * @return where to go on, or nothing to stay here
     */
    public String reconnect() {
        var found = way();
        if (found.isEmpty()) return "/accounts.xhtml?faces-redirect=true";
        if (!isComplete()) return "";
        var account = found.get().account();
        var proof = new ReconnectAccount.Proof.Password(username.strip(), new Secret(password));
        var command = new ReconnectAccount.Command(account.id(), incoming.endpoint(), outgoing.endpoint(), proof);
        return switch (reconnectAccount.reconnect(user.person().id(), command)) {
            case ReconnectAccount.Result.Reconnected(var same) ->
                "/accounts.xhtml?faces-redirect=true&reconnected=" + same.id();
            case ReconnectAccount.Result.NoSuchAccount() -> "/accounts.xhtml?faces-redirect=true";
            case ReconnectAccount.Result.OtherMailbox(var wanted) ->
                refuse(new Refusal("password", "consent.other-mailbox"));
            case ReconnectAccount.Result.AlreadyAdded(var twin) ->
                refuse(new Refusal("incomingHost", "account-new.address.already-added"));
            case ReconnectAccount.Result.TooManyAttempts() ->
                refuse(new Refusal("password", "account-new.too-many-attempts"));
            case ReconnectAccount.Result.Refused(var problem) -> refuse(Refusal.of(problem, "password"));
        };
    }

    private boolean isComplete() {
        if (password.isEmpty()) refuse(new Refusal("password", "account-new.password.missing"));
        check(incoming, "incoming");
        check(outgoing, "outgoing");
        return !FacesContext.getCurrentInstance().isValidationFailed();
    }

    private void check(Server server, String field) {
        if (!server.isHost()) refuse(new Refusal(field + "Host", "account-new.host.invalid"));
        if (!server.isPort()) refuse(new Refusal(field + "Port", "account-new.port.invalid"));
    }

    private String refuse(Refusal refusal) {
        if (refusal.isAboutServers()) serversShown = true;
        refusal.tell(FORM, words);
        return "";
    }

    private Optional<LookAtSignIn.Way> way() {
        if (!looked) way = look(ConsentStart.parameter(request, "account")).orElse(null);
        looked = true;
        return Optional.ofNullable(way);
    }

    private Optional<LookAtSignIn.Way> look(String id) {
        try {
            return lookAtSignIn.look(user.person().id(), AccountId.of(id));
        } catch (IllegalArgumentException e) {
            // the id of nothing
            return Optional.empty();
        }
    }

    /** Whether this person has that account. */
    public boolean isFound() {
        return way().isPresent();
    }

    /** The account's id. */
    public String getId() {
        return way().map(it -> it.account().id().toString()).orElse("");
    }

    /** The account's address. */
    public String getAddress() {
        return way().map(it -> it.account().address().address()).orElse("");
    }

    /** The providers at which consent opens this mailbox: its own, or the one that runs its server. */
    public List<OAuthProvider> getProviders() {
        return way().stream()
                .flatMap(it -> listProviders.list().stream().filter(provider -> opens(provider, it)))
                .toList();
    }

    private static boolean opens(OAuthProvider provider, LookAtSignIn.Way way) {
        return provider.key().equals(way.provider())
                || provider.incoming().host().equalsIgnoreCase(way.account().incoming().host());
    }

    /** Whether a password opens it so far; else there is a provider, and a password is the exception. */
    public boolean isByPassword() {
        return getProviders().isEmpty() || way().filter(it -> it.provider().isEmpty()).isPresent();
    }

    /** Why the consent did not work; empty when there was none. */
    public String getNotice() {
        return ConsentOutcome.of(ConsentStart.parameter(request, "consent"))
                .map(it -> words.of(it.key()))
                .orElse("");
    }

    /** Whether the server settings are unfolded: something there needs the owner's hand. */
    public boolean isServersShown() {
        return serversShown;
    }

    public Server getIncoming() {
        return incoming;
    }

    public Server getOutgoing() {
        return outgoing;
    }

    /** Always empty: a password is never sent back. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = Server.typed(password);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = Server.typed(username);
    }
}
