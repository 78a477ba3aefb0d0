package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.DiscoverSettings;
import org.waxwing.application.account.ListProviders;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.web.faces.Words;

/** Connecting an account. Everything typed is in the form itself, so that nothing is lost when the server refuses it. */
@Named
@RequestScoped
public class AccountNewPage {
    private static final String FORM = "connect";

    @Inject
    CurrentUser user;

    @Inject
    DiscoverSettings discoverSettings;

    @Inject
    AddAccount addAccount;

    @Inject
    ListProviders listProviders;

    @Inject
    HttpServletRequest request;

    @Inject
    Words words;

    private final Server incoming = new Server();
    private final Server outgoing = new Server();
    private String address = "";
    private String password = "";
    private String name = "";
    private String username = "";
    private String hint = "";
    private boolean serversShown;

    /** Looks for the servers of the address as soon as it is typed. */
    public void discover() {
        if (address.isBlank()) return;
        switch (discoverSettings.discover(user.person().id(), typedAddress())) {
            case DiscoverSettings.Result.Found(var settings) -> take(settings);
            case DiscoverSettings.Result.NotFound() -> askForServers("account-new.hint.not-found");
            case DiscoverSettings.Result.NotAnAddress() -> hint = "";
            case DiscoverSettings.Result.TooManyAttempts() -> askForServers("account-new.hint.too-many");
        }
    }

    /**
     * Connects the account.
     *
     * @return where to go on, or nothing to stay here
     */
    public String connect() {
        if (incoming.isBlank()) discover();
        if (!isComplete()) return "";
        var command = new AddAccount.Command(
                typedAddress(),
                name,
                incoming.endpoint(),
                outgoing.endpoint(),
                new SignIn.Password(username.isBlank() ? address.strip() : username.strip(), new Secret(password)));
        return switch (addAccount.add(user.person().id(), command)) {
            case AddAccount.Result.Added(var account) ->
                "/account-added.xhtml?faces-redirect=true&account=" + account.id();
            case AddAccount.Result.AlreadyAdded(var account) -> refuse("address", "account-new.address.already-added");
            case AddAccount.Result.NotAnAddress() -> refuse("address", "account-new.address.invalid");
            case AddAccount.Result.TooManyAttempts() -> refuse("address", "account-new.too-many-attempts");
            case AddAccount.Result.Refused(var problem) -> refuse(Refusal.of(problem, "address"));
        };
    }

    private void take(SuggestedSettings settings) {
        incoming.become(settings.incoming());
        outgoing.become(settings.outgoing());
        username = settings.username();
        hint = words.of("account-new.hint.found", settings.incoming().host());
    }

    private void askForServers(String key) {
        serversShown = true;
        hint = words.of(key);
    }

    /** Whether every field can be read; says beside each one that cannot why not. */
    private boolean isComplete() {
        if (!typedAddress().isDeliverable()) refuse("address", "account-new.address.invalid");
        if (password.isEmpty()) refuse("password", "account-new.password.missing");
        if (typedAddress().isDeliverable()) {
            check(incoming, "incoming");
            check(outgoing, "outgoing");
        }
        return !FacesContext.getCurrentInstance().isValidationFailed();
    }

    private void check(Server server, String field) {
        if (!server.isHost()) refuse(field + "Host", "account-new.host.invalid");
        if (!server.isPort()) refuse(field + "Port", "account-new.port.invalid");
    }

    private String refuse(String field, String key) {
        return refuse(new Refusal(field, key));
    }

    private String refuse(Refusal refusal) {
        if (refusal.isAboutServers()) serversShown = true;
        refusal.tell(FORM, words);
        return "";
    }

    private EmailAddress typedAddress() {
        return new EmailAddress(UntrustedText.EMPTY, address.strip());
    }

    /** The providers at which a consent stands for a password. */
    public List<OAuthProvider> getProviders() {
        return listProviders.list();
    }

    /** Why the consent did not work; empty when there was none. */
    public String getNotice() {
        return ConsentOutcome.of(ConsentStart.parameter(request, "consent"))
                .map(it -> words.of(it.key()))
                .orElse("");
    }

    /** The ways to protect a connection, best first. */
    public List<ConnectionSecurity> getSecurities() {
        return List.of(ConnectionSecurity.TLS, ConnectionSecurity.STARTTLS, ConnectionSecurity.NONE);
    }

    /** What a way to protect a connection is called. */
    public String label(ConnectionSecurity security) {
        return words.of(switch (security) {
            case TLS -> "account-new.security.tls";
            case STARTTLS -> "account-new.security.starttls";
            case NONE -> "account-new.security.none";
        });
    }

    /** What was found out about the servers, as a sentence; empty when nothing was looked for yet. */
    public String getHint() {
        return hint;
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

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = Server.typed(address);
    }

    /** Always empty: a password is never sent back. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = Server.typed(password);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Server.typed(name);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = Server.typed(username);
    }
}
