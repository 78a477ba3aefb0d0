package org.waxwing.application.account;

import java.time.Clock;
import java.util.Optional;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;

/** Connects a mail account, once a real sign-in has shown that its settings work. */
public class AddAccount {
    /** What counts the attempts at mail servers, whichever use case makes them. */
    static final String LIMITED = "add-account";

    private final Transactions transactions;
    private final AccountStore accounts;
    private final CredentialVault vault;
    private final MailProvider provider;
    private final MailEvents events;
    private final AttemptLimit limit;
    private final Ids ids;
    private final Clock clock;

    public AddAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            MailProvider provider,
            MailEvents events,
            AttemptLimit limit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.vault = vault;
        this.provider = provider;
        this.events = events;
        this.limit = limit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the owner typed.
     *
     * @param displayName may be blank: the address stands in
     */
    public record Command(
            EmailAddress address,
            String displayName,
            ServerEndpoint incoming,
            ServerEndpoint outgoing,
            SignIn signIn) {}

    /** What became of it. */
    public sealed interface Result {
        /** Connected; its first messages are on their way. */
        record Added(Account account) implements Result {}

        /** This person has connected that address on that server before. */
        record AlreadyAdded(AccountId account) implements Result {}

        /** The server could not be used with these settings. */
        record Refused(ConnectionProblem problem) implements Result {}

        /** That is no address mail can be sent to. */
        record NotAnAddress() implements Result {}

        /** Too many attempts within a few minutes. */
        record TooManyAttempts() implements Result {}
    }

    /** Connects an account for {@code owner}, or tells why not; nothing is stored unless it is connected. */
    public Result add(PersonId owner, Command command) {
        if (!command.address().isDeliverable()) return new Result.NotAnAddress();
        var twin = transactions.call(Actor.of(owner), () -> twinOf(command));
        if (twin.isPresent()) return new Result.AlreadyAdded(twin.get().id());
        if (!limit.admits(owner, LIMITED)) return new Result.TooManyAttempts();
        try {
            provider.verify(command.incoming(), command.signIn());
        } catch (MailProviderException e) {
            limit.refused(owner, LIMITED);
            return new Result.Refused(e.problem());
        }
        var account = new Account(
                new AccountId(ids.next()),
                owner,
                command.address(),
                command.displayName(),
                command.incoming(),
                command.outgoing(),
                clock.instant());
        try {
            return transactions.call(Actor.of(owner), () -> twinOf(command)
                    .<Result>map(meanwhile -> new Result.AlreadyAdded(meanwhile.id()))
                    .orElseGet(() -> store(account, command.signIn())));
        } catch (RuntimeException e) {
            // the same form may have been sent twice while the server was being asked: the database stores only one of them
            return transactions.call(Actor.of(owner), () -> twinOf(command))
                    .<Result>map(meanwhile -> new Result.AlreadyAdded(meanwhile.id()))
                    .orElseThrow(() -> e);
        }
    }

    private Result store(Account account, SignIn signIn) {
        accounts.add(account);
        vault.keep(account.id(), signIn);
        events.publish(new MailEvent.AccountAdded(account.owner(), account.id()));
        events.publish(new MailEvent.SyncWanted(account.owner(), account.id()));
        return new Result.Added(account);
    }

    private Optional<Account> twinOf(Command command) {
        return accounts.all().stream()
                .filter(known -> known.isTwinOf(command.address(), command.incoming()))
                .findFirst();
    }
}
