package org.waxwing.web.rest.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.ProblemException;

/**
 * What is to change about an account; everything else stays.
 *
 * @param displayName null when it was left out
 * @param password null when it was left out
 * @param username empty when it was left out
 * @param imap null when it was left out
 * @param smtp null when it was left out
 */
record AccountChange(
        @Nullable String displayName,
        @Nullable Secret password,
        String username,
        @Nullable ServerEndpoint imap,
        @Nullable ServerEndpoint smtp) {

    /**
     * Reads it to the end.
     *
     * @throws ProblemException {@code validation}, with everything that is wrong
     */
    static AccountChange of(Fields fields) {
        var displayName = fields.has("displayName") ? fields.text("displayName") : null;
        var imap = fields.has("imap") ? fields.server("imap") : Optional.<ServerEndpoint>empty();
        var smtp = fields.has("smtp") ? fields.server("smtp") : Optional.<ServerEndpoint>empty();
        var username = fields.text("username").strip();
        // the password of before must not be shown to a server that somebody else may have typed
        boolean needed = fields.has("imap") || fields.has("smtp") || !username.isEmpty();
        var password = (needed && !fields.has(ConsentFields.FIELD)) || fields.has("password")
                ? fields.needed("password")
                : "";
        fields.check();
        return new AccountChange(
                displayName, password.isEmpty() ? null : new Secret(password), username, imap.orElse(null),
                smtp.orElse(null));
    }

    /** The new name, if there is to be one. */
    Optional<String> name() {
        return Optional.ofNullable(displayName);
    }

    /** How to reconnect, if that is wanted. */
    Optional<ReconnectAccount.Command> command(Account account) {
        if (password == null) return Optional.empty();
        return Optional.of(new ReconnectAccount.Command(
                account.id(),
                imap == null ? account.incoming() : imap,
                smtp == null ? account.outgoing() : smtp,
                new ReconnectAccount.Proof.Password(username, password)));
    }
}
