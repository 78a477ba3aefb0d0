package org.waxwing.application.account;

import java.time.Clock;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.SyncStatusStore;

/**
 * Gives an account another sign-in, and other servers if need be, once a real sign-in has shown that they work. The
 * account stays what it was: its id, its mail and everything that was made of it.
 */
public class ReconnectAccount {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final CredentialVault vault;
    private final SyncStatusStore statuses;
    private final MailProvider provider;
    private final MailEvents events;
    private final AttemptLimit limit;
    private final Clock clock;

    public ReconnectAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            SyncStatusStore statuses,
            MailProvider provider,
            MailEvents events,
            AttemptLimit limit,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.vault = vault;
        this.statuses = statuses;
        this.provider = provider;
        this.events = events;
        this.limit = limit;
        this.clock = clock;
    }

    /** What the owner brings. There is no way to bring servers alone: the old password must not go to new ones. */
    public record Command(AccountId account, ServerEndpoint incoming, ServerEndpoint outgoing, Proof proof) {}

    /** What shall open the account from now on. */
    public sealed interface Proof {
        /**
         * A password.
         *
         * @param username blank for the one used so far
         */
        record Password(String username, Secret password) implements Proof {}

        /**
         * A consent.
         *
         * @param address the mailbox that it is for
         */
        record Consent(EmailAddress address, SignIn.OAuth signIn) implements Proof {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** It works again; what is missing is on its way. */
        record Reconnected(Account account) implements Result {}

        /** This person has no such account. */
        record NoSuchAccount() implements Result {}

        /** The consent is for another mailbox than the account's. */
        record OtherMailbox(EmailAddress wanted) implements Result {}

        /** This person has connected the same address on that server as another account. */
        record AlreadyAdded(AccountId account) implements Result {}

        /** The server could not be used. */
        record Refused(ConnectionProblem problem) implements Result {}

        /** Too many attempts within a few minutes. */
        record TooManyAttempts() implements Result {}
    }

    private record Known(Account account, String username) {}

    /** Reconnects an account of {@code owner}, or tells why not; nothing changes unless it works. */
    public Result reconnect(PersonId owner, Command command) {
        var known = transactions.call(Actor.of(owner), () -> known(command));
        if (known.isEmpty()) return new Result.NoSuchAccount();
        var account = known.get().account();
        if (command.proof() instanceof Proof.Consent consent
                && !consent.address().key().equals(account.address().key()))
            return new Result.OtherMailbox(account.address());
        var twin = transactions.call(Actor.of(owner), () -> twinOf(account, command));
        if (twin.isPresent()) return new Result.AlreadyAdded(twin.get().id());
        if (!limit.admits(owner, AddAccount.LIMITED)) return new Result.TooManyAttempts();
        var signIn = signIn(command.proof(), known.get().username());
        try {
            provider.verify(command.incoming(), signIn);
        } catch (MailProviderException e) {
            limit.refused(owner, AddAccount.LIMITED);
            return new Result.Refused(e.problem());
        }
        return transactions.call(Actor.of(owner), () -> accounts.account(command.account())
                .map(it -> it.at(command.incoming(), command.outgoing()))
                .map(it -> store(it, signIn))
                .orElseGet(Result.NoSuchAccount::new));
    }

    private Optional<Known> known(Command command) {
        return accounts.account(command.account()).map(account -> new Known(account, switch (command.proof()) {
            case Proof.Password(var username, var password) when username.isBlank() ->
                vault.open(account.id()).username();
            case Proof.Password(var username, var password) -> username;
            case Proof.Consent consent -> consent.signIn().username();
        }));
    }

    private static SignIn signIn(Proof proof, String username) {
        return switch (proof) {
            case Proof.Password(var typed, var password) -> new SignIn.Password(username, password);
            case Proof.Consent(var address, var signIn) -> signIn;
        };
    }

    private Optional<Account> twinOf(Account account, Command command) {
        return accounts.all().stream()
                .filter(it -> !it.id().equals(account.id()) && it.isTwinOf(account.address(), command.incoming()))
                .findFirst();
    }

    private Result store(Account account, SignIn signIn) {
        accounts.replace(account);
        vault.keep(account.id(), signIn);
        statuses.reconnected(account.id(), clock.instant());
        events.publish(new MailEvent.AccountReconnected(account.owner(), account.id()));
        events.publish(new MailEvent.SyncWanted(account.owner(), account.id()));
        return new Result.Reconnected(account);
    }
}
