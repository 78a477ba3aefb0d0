package org.waxwing.application.sync;

import java.time.Clock;
import java.time.Duration;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** Renews tokens: in the whole cluster one at a time for an account, because a refresh token may be good only once. */
final class Renewal {
    /** How long before its end a token is renewed. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    /** Longer than any authorisation server is waited for. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Transactions transactions;
    private final CredentialVault vault;
    private final OAuthClient oauth;
    private final Clock clock;
    private final Runnable pause;

    Renewal(Transactions transactions, CredentialVault vault, OAuthClient oauth, Clock clock, Runnable pause) {
        this.transactions = transactions;
        this.vault = vault;
        this.oauth = oauth;
        this.clock = clock;
        this.pause = pause;
    }

    /** What there is to do about a token that is not good any more. */
    private sealed interface Step {
        /** Somebody has renewed it, or the owner has reconnected. */
        record Use(SignIn signIn) implements Step {}

        /** It is ours to renew. */
        record Renew(SignIn.OAuth kept) implements Step {}

        /** Somebody else is at it. */
        record Wait() implements Step {}
    }

    /**
     * What opens the account in place of {@code refused}.
     *
     * @throws MailProviderException there is nothing: {@code SIGN_IN_REFUSED} when the consent has lapsed
     */
    SignIn renewed(PersonId owner, AccountId account, SignIn.OAuth refused) {
        var start = clock.instant();
        while (true) {
            switch (transactions.call(Actor.of(owner), () -> step(account, refused))) {
                case Step.Use(var signIn) -> {
                    return signIn;
                }
                case Step.Renew(var kept) -> {
                    return renew(owner, account, kept);
                }
                case Step.Wait() -> {
                    if (clock.instant().isAfter(start.plus(PATIENCE)))
                        throw new MailProviderException(ConnectionProblem.UNREACHABLE);
                    pause.run();
                }
            }
        }
    }

    private Step step(AccountId account, SignIn.OAuth refused) {
        var now = clock.instant();
        // taken before the token is read: what is read then, nobody else is about to use up
        boolean ours = vault.beginRenewal(account, now, now.plus(LEASE));
        var kept = vault.open(account);
        if (kept instanceof SignIn.OAuth token
                && (token.tokens().equals(refused.tokens()) || token.isOver(now.plus(AHEAD))))
            return ours ? new Step.Renew(token) : new Step.Wait();
        if (ours && kept instanceof SignIn.OAuth token) vault.renewed(account, token, token);
        return new Step.Use(kept);
    }

    private SignIn renew(PersonId owner, AccountId account, SignIn.OAuth kept) {
        return switch (oauth.renew(kept.provider(), kept.tokens().refreshToken())) {
            case OAuthGrant.Granted granted -> {
                var renewed = kept.renewed(granted.tokens());
                transactions.run(Actor.of(owner), () -> vault.renewed(account, kept, renewed));
                yield renewed;
            }
            case OAuthGrant.Lapsed() -> throw without(owner, account, kept, ConnectionProblem.SIGN_IN_REFUSED);
            case OAuthGrant.Unreachable() -> throw without(owner, account, kept, ConnectionProblem.UNREACHABLE);
            case OAuthGrant.NotOffered() -> throw without(owner, account, kept, ConnectionProblem.NOT_ALLOWED);
        };
    }

    // lets others try
    private MailProviderException without(
            PersonId owner, AccountId account, SignIn.OAuth kept, ConnectionProblem problem) {
        transactions.run(Actor.of(owner), () -> vault.renewed(account, kept, kept));
        return new MailProviderException(problem);
    }
}
