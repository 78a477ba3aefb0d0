package org.waxwing.application.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;

/** Keeps the inboxes of accounts watched by this node, so that new mail wakes their synchronisation at once. */
public class WatchAccounts {
    private final Transactions transactions;
    private final WatchedAccounts directory;
    private final AccountStore accounts;
    private final OpenAccount openAccount;
    private final MailProvider provider;
    private final MailEvents events;
    private final Executor starting;
    private final Map<AccountId, Standing> standing = new ConcurrentHashMap<>();
    private final Set<AccountId> beginning = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private record Standing(Listener listener, MailProvider.Watch watch) {}

    /** @param starting runs what begins to watch one account, several at once, as many as it likes */
    public WatchAccounts(
            Transactions transactions,
            WatchedAccounts directory,
            AccountStore accounts,
            OpenAccount openAccount,
            MailProvider provider,
            MailEvents events,
            Executor starting) {
        this.transactions = transactions;
        this.directory = directory;
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.provider = provider;
        this.events = events;
        this.starting = starting;
    }

    /** Whether this node watches the inbox of {@code account} now. */
    public boolean watches(AccountId account) {
        return standing.containsKey(account);
    }

    /**
     * Watches every account that can be, and no other; those whose watch has ended are tried again.
     *
     * @throws RuntimeException an account could not be watched for a reason that is not its server's; the others are
     */
    public void watchAll() {
        var entries = transactions.call(new Actor.House(), directory::all);
        var wanted = new HashSet<AccountId>();
        var begun = new ArrayList<CompletableFuture<Void>>();
        for (var entry : entries) {
            wanted.add(entry.account());
            // one server that does not answer must not keep all others waiting
            if (!standing.containsKey(entry.account()))
                begun.add(CompletableFuture.runAsync(() -> watch(entry.owner(), entry.account()), starting));
        }
        var failures = new ArrayList<RuntimeException>();
        for (var it : begun) {
            try {
                it.join();
            } catch (CompletionException e) {
                failures.add(e.getCause() instanceof RuntimeException why ? why : e);
            }
        }
        for (var account : Set.copyOf(standing.keySet())) if (!wanted.contains(account)) forget(account);
        if (failures.isEmpty()) return;
        var first = failures.removeFirst();
        failures.forEach(first::addSuppressed);
        throw first;
    }

    /** Watches one account, unless this node does already. A server that cannot be used now is tried again later. */
    public void watch(PersonId owner, AccountId id) {
        if (stopped || standing.containsKey(id) || !beginning.add(id)) return;
        try {
            var listener = new Listener(owner, id);
            var watch = openAccount.open(
                    owner, id, (account, signIn) -> provider.watch(account.incoming(), signIn, listener));
            if (watch.isEmpty()) return;
            listener.standsAs(watch.get());
            // what came between the last look and this watch would go unnoticed until the next turn; and meanwhile the
            // account may have been removed or this node been stopped
            if (!ask(owner, id) || stopped) forget(id);
        } catch (MailProviderException e) {
            // the synchronisation of the account meets the same problem and tells its owner; watchAll tries again
        } finally {
            beginning.remove(id);
        }
    }

    // not as the owner would: an account whose sign-in is refused is left alone
    private boolean ask(PersonId owner, AccountId id) {
        return transactions.call(Actor.of(owner), () -> {
            if (accounts.account(id).isEmpty()) return false;
            events.publish(new MailEvent.SyncWanted(owner, id));
            return true;
        });
    }

    /** Ends the watch over one account, if there is one. */
    public void forget(AccountId account) {
        var it = standing.remove(account);
        if (it != null) it.watch().close();
    }

    /** Ends every watch, and begins no other: this node stops. */
    public void forgetAll() {
        stopped = true;
        Set.copyOf(standing.keySet()).forEach(this::forget);
    }

    private final class Listener implements MailProvider.WatchListener {
        private final PersonId owner;
        private final AccountId account;
        private boolean over;

        Listener(PersonId owner, AccountId account) {
            this.owner = owner;
            this.account = account;
        }

        synchronized void standsAs(MailProvider.Watch watch) {
            if (!over) standing.put(account, new Standing(this, watch));
        }

        @Override
        public void changed() {
            ask(owner, account);
        }

        @Override
        public synchronized void ended(MailProviderException why) {
            over = true;
            // the account may be watched anew by now
            var it = standing.get(account);
            if (it != null && it.listener().equals(this)) standing.remove(account, it);
        }
    }
}
