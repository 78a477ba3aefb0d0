package org.waxwing.web.rest.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AddAccount;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.ProblemException;

/**
 * What somebody typed to connect an account.
 *
 * @param imap null when it was left out
 * @param smtp null when it was left out
 * @param username empty when it was left out
 */
record NewAccount(
        EmailAddress address,
        String displayName,
        @Nullable ServerEndpoint imap,
        @Nullable ServerEndpoint smtp,
        String username,
        Secret password) {
    static final String PROVIDER = "imap";
    private static final int SUBMISSION = 587;

    /**
     * Reads it to the end.
     *
     * @throws ProblemException {@code validation}, with everything that is wrong
     */
    static NewAccount of(Fields fields) {
        if (fields.has("provider") && !fields.text("provider").equals(PROVIDER))
            fields.wrong("provider", "Supported providers: " + PROVIDER + ".");
        var address = EmailAddress.of(fields.needed("address"));
        if (!address.address().isEmpty() && !address.isDeliverable())
            fields.wrong("address", "This is not an email address.");
        var displayName = fields.text("displayName");
        var imap = fields.has("imap") ? fields.server("imap") : Optional.<ServerEndpoint>empty();
        var smtp = fields.has("smtp") ? fields.server("smtp") : Optional.<ServerEndpoint>empty();
        var username = fields.text("username");
        var password = fields.needed("password");
        fields.check();
        return new NewAccount(
                address, displayName, imap.orElse(null), smtp.orElse(null), username.strip(), new Secret(password));
    }

    /** The command, when everything needed was typed. */
    Optional<AddAccount.Command> command() {
        if (imap == null) return Optional.empty();
        var outgoing = smtp == null ? new ServerEndpoint(imap.host(), SUBMISSION, ConnectionSecurity.STARTTLS) : smtp;
        return Optional.of(command(imap, outgoing, address.address()));
    }

    /** The command, with what was found in place of what was not typed. */
    AddAccount.Command command(SuggestedSettings found) {
        return command(
                imap == null ? found.incoming() : imap, smtp == null ? found.outgoing() : smtp, found.username());
    }

    private AddAccount.Command command(ServerEndpoint incoming, ServerEndpoint outgoing, String usualName) {
        var name = username.isEmpty() ? usualName : username;
        return new AddAccount.Command(
                address, displayName, incoming, outgoing, new SignIn.Password(name, password));
    }
}
