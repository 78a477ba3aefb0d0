package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.DiscoverSettings;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.web.faces.Words;

/** Connecting an account. Everything typed is in the form itself, so that nothing is lost when the server refuses it. */
@Named
@RequestScoped
public class AccountNewPage {
    private static final String FORM = "connect:";

    @Inject
    CurrentUser user;

    @Inject
    DiscoverSettings discoverSettings;

    @Inject
    AddAccount addAccount;

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
            case AddAccount.Result.Refused(var problem) -> refuse(problem);
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
        if (!server.isHost()) refuseServer(field + "Host", "account-new.host.invalid");
        if (!server.isPort()) refuseServer(field + "Port", "account-new.port.invalid");
    }

    private String refuse(ConnectionProblem problem) {
        return switch (problem) {
            case SIGN_IN_REFUSED -> refuse("password", "account-new.problem.sign-in-refused");
            case UNKNOWN_HOST -> refuseServer("incomingHost", "account-new.problem.unknown-host");
            case UNREACHABLE -> refuseServer("incomingHost", "account-new.problem.unreachable");
            case NOT_A_MAIL_SERVER -> refuseServer("incomingPort", "account-new.problem.not-a-mail-server");
            case TLS_REFUSED -> refuseServer("incomingSecurity", "account-new.problem.tls-refused");
            case NOT_ALLOWED -> refuseServer("incomingHost", "account-new.problem.not-allowed");
            case THROTTLED -> refuse("address", "account-new.problem.throttled");
            case CONNECTION_LOST -> refuse("address", "account-new.problem.connection-lost");
            // never said of an account; should it be, the server gave up in the middle
            case FOLDER_REFUSED -> refuse("address", "account-new.problem.connection-lost");
            case STORAGE -> refuse("address", "account-new.problem.storage");
        };
    }

    private String refuseServer(String field, String key) {
        serversShown = true;
        return refuse(field, key);
    }

    private String refuse(String field, String key) {
        var context = FacesContext.getCurrentInstance();
        var text = words.of(key);
        context.addMessage(FORM + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        context.validationFailed();
        if (context.getViewRoot().findComponent(FORM + field) instanceof UIInput input) input.setValid(false);
        return "";
    }

    private EmailAddress typedAddress() {
        return new EmailAddress(UntrustedText.EMPTY, address.strip());
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
