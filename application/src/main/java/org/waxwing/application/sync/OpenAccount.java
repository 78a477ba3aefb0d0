package org.waxwing.application.sync;

import java.time.Clock;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/**
 * The one door to an account's servers: hands over what opens it, with a token that is good, and renews the token when
 * the server refuses it before its time. A consent that has lapsed is a refused sign-in like a changed password.
 */
public class OpenAccount {
    private static final int MOST_ATTEMPTS = 3;

    private final Transactions transactions;
    private final AccountStore accounts;
    private final CredentialVault vault;
    private final Renewal renewal;
    private final Clock clock;

    /**
     * A door for every account.
     *
     * @param pause waits a moment, while somebody else renews the same token
     */
    public OpenAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            OAuthClient oauth,
            Clock clock,
            Runnable pause) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.vault = vault;
        this.renewal = new Renewal(transactions, vault, oauth, clock, pause);
        this.clock = clock;
    }

    /** What is done at the server. May be begun anew with another token, when the server does not take the first. */
    @FunctionalInterface
    public interface Use<T, X extends Exception> {
        /** Does it. */
        T with(Account account, SignIn signIn) throws X;
    }

    private record Keys(Account account, SignIn signIn) {}

    /**
     * Lets {@code use} at the server of an account. Needs no transaction and must not be in one.
     *
     * @return what it made; empty when {@code owner} has no such account
     * @throws MailProviderException the server cannot be used; {@code SIGN_IN_REFUSED} when only the owner can mend that
     */
    public <T, X extends Exception> Optional<T> open(PersonId owner, AccountId id, Use<T, X> use) throws X {
        var keys = transactions.call(
                Actor.of(owner),
                () -> accounts.account(id).map(account -> new Keys(account, vault.open(id))));
        if (keys.isEmpty()) return Optional.empty();
        var account = keys.get().account();
        var signIn = keys.get().signIn();
        for (int attempt = 1;; attempt++) {
            if (signIn instanceof SignIn.OAuth token && token.isOver(clock.instant().plus(Renewal.AHEAD)))
                signIn = renewal.renewed(owner, id, token);
            try {
                return Optional.of(use.with(account, signIn));
            } catch (MailProviderException e) {
                if (!(signIn instanceof SignIn.OAuth token) || attempt == MOST_ATTEMPTS || !mayBeTheToken(e)) throw e;
                // one that was renewed a moment ago and is refused will not get better by renewing it again
                if (!token.equals(keys.get().signIn()) && !token.isOver(clock.instant())) throw e;
                signIn = renewal.renewed(owner, id, token);
            }
        }
    }

    private static boolean mayBeTheToken(MailProviderException e) {
        return e.problem() == ConnectionProblem.SIGN_IN_REFUSED;
    }
}
