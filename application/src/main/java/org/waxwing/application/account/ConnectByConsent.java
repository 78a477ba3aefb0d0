package org.waxwing.application.account;

import java.util.Optional;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

/** Connects or reconnects an account by what its owner brings back from their mail provider. */
public class ConnectByConsent {
    private final OAuthClient oauth;
    private final AddAccount addAccount;
    private final ReconnectAccount reconnectAccount;
    private final AttemptLimit limit;

    public ConnectByConsent(
            OAuthClient oauth, AddAccount addAccount, ReconnectAccount reconnectAccount, AttemptLimit limit) {
        this.oauth = oauth;
        this.addAccount = addAccount;
        this.reconnectAccount = reconnectAccount;
        this.limit = limit;
    }

    /** What is wanted of a consent. */
    public record Command(Consent consent, Purpose purpose) {}

    /** How the owner shows that they have consented. */
    public sealed interface Consent {
        /** By the code that their browser brought back. */
        record Code(ConsentRequest request, Secret code) implements Consent {}

        /** By a refresh token that they got elsewhere; their address, unless the provider tells another. */
        record Token(String provider, Secret refreshToken, EmailAddress address) implements Consent {}
    }

    /** What the consent is for. */
    public sealed interface Purpose {
        /**
         * A new account.
         *
         * @param displayName may be blank: the address stands in
         */
        record Connect(String displayName) implements Purpose {}

        /** For an account that is here already. */
        record Reconnect(AccountId account) implements Purpose {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** The provider agreed; this is what came of connecting. */
        record Connected(AddAccount.Result result) implements Result {}

        /** The provider agreed; this is what came of reconnecting. */
        record Reconnected(ReconnectAccount.Result result) implements Result {}

        /** The provider knows of no consent, or of none that is still good. */
        record NotGranted() implements Result {}

        /** The provider does not answer. */
        record Unreachable() implements Result {}

        /** That provider is not set up here, or it refuses this Waxwing. */
        record NotOffered() implements Result {}

        /** The provider does not tell whose mailbox it is. */
        record NoAddress() implements Result {}

        /** Too many attempts within a few minutes. */
        record TooManyAttempts() implements Result {}
    }

    /** Connects or reconnects for {@code owner}. */
    public Result connect(PersonId owner, Command command) {
        var consent = command.consent();
        var provider = provider(consent);
        if (provider.isEmpty()) return new Result.NotOffered();
        if (!limit.admits(owner, AddAccount.LIMITED)) return new Result.TooManyAttempts();
        return switch (grant(consent)) {
            case OAuthGrant.Granted granted -> use(owner, command, provider.get(), granted);
            case OAuthGrant.Lapsed() -> {
                limit.refused(owner, AddAccount.LIMITED);
                yield new Result.NotGranted();
            }
            case OAuthGrant.Unreachable() -> new Result.Unreachable();
            case OAuthGrant.NotOffered() -> new Result.NotOffered();
        };
    }

    private Optional<OAuthProvider> provider(Consent consent) {
        var key = switch (consent) {
            case Consent.Code code -> code.request().provider();
            case Consent.Token token -> token.provider();
        };
        return oauth.providers().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    private OAuthGrant grant(Consent consent) {
        return switch (consent) {
            case Consent.Code(var request, var code) -> oauth.redeem(request, code);
            case Consent.Token(var provider, var refreshToken, var address) -> oauth.renew(provider, refreshToken);
        };
    }

    private Result use(PersonId owner, Command command, OAuthProvider provider, OAuthGrant.Granted granted) {
        var address = address(command.consent(), granted);
        if (!address.isDeliverable()) return new Result.NoAddress();
        var username = granted.username().isBlank() ? address.address() : granted.username();
        var signIn = new SignIn.OAuth(username, provider.key(), granted.tokens());
        return switch (command.purpose()) {
            case Purpose.Connect(var displayName) -> new Result.Connected(addAccount.add(
                    owner,
                    new AddAccount.Command(address, displayName, provider.incoming(), provider.outgoing(), signIn)));
            case Purpose.Reconnect(var account) -> new Result.Reconnected(reconnectAccount.reconnect(
                    owner,
                    new ReconnectAccount.Command(
                            account, provider.incoming(), provider.outgoing(),
                            new ReconnectAccount.Proof.Consent(address, signIn))));
        };
    }

    private static EmailAddress address(Consent consent, OAuthGrant.Granted granted) {
        if (!granted.address().isBlank())
            return new EmailAddress(UntrustedText.EMPTY, granted.address().strip());
        return switch (consent) {
            case Consent.Code code -> new EmailAddress(UntrustedText.EMPTY, "");
            case Consent.Token token -> token.address();
        };
    }
}
