package org.waxwing.application.account;

import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.PersonId;

/** How an account is signed in to, without what opens it. */
public class LookAtSignIn {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final CredentialVault vault;

    public LookAtSignIn(Transactions transactions, AccountStore accounts, CredentialVault vault) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.vault = vault;
    }

    /**
     * An account and its way in.
     *
     * @param provider key of the provider that consent is given at; empty for a password
     */
    public record Way(Account account, String username, String provider) {}

    /** The way into an account; empty when {@code owner} has no such account. */
    public Optional<Way> look(PersonId owner, AccountId id) {
        return transactions.call(Actor.of(owner), () -> accounts.account(id).map(account -> {
            var signIn = vault.open(id);
            return new Way(account, signIn.username(), switch (signIn) {
                case SignIn.Password password -> "";
                case SignIn.OAuth oauth -> oauth.provider();
            });
        }));
    }
}
