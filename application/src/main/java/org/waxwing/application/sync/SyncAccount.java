package org.waxwing.application.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.SyncStatusStore;

/**
 * Compares an account with its server, all folders, inbox first. One pass at a time for an account in the whole
 * cluster; whoever asks meanwhile makes the running pass look once more. A server that cannot be used is noted for the
 * owner and tried again later; it is no reason to redeliver the event.
 */
public class SyncAccount {
    /** How long an account rests when nothing wakes it. */
    static final Duration BETWEEN_PASSES = Duration.ofMinutes(5);

    /** How long a pass may be silent before another one may take over. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration UNTIL_ASKED = Duration.ofDays(36_500);

    private final Transactions transactions;
    private final AccountStore accounts;
    private final CredentialVault vault;
    private final MailProvider provider;
    private final MailStore mail;
    private final SyncStatusStore statuses;
    private final SyncMailbox syncMailbox;
    private final LiveUpdates live;
    private final Ids ids;
    private final Clock clock;
    private final String node;

    public SyncAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            MailProvider provider,
            MailStore mail,
            SyncStatusStore statuses,
            SyncMailbox syncMailbox,
            LiveUpdates live,
            Ids ids,
            Clock clock,
            String node) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.vault = vault;
        this.provider = provider;
        this.mail = mail;
        this.statuses = statuses;
        this.syncMailbox = syncMailbox;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
    }

    private record Keys(Account account, SignIn signIn) {}

    /** Makes our copy of {@code account} equal to the server's, unless somebody is at it already. */
    public void sync(PersonId owner, AccountId account) {
        var holder = node + "/" + ids.next();
        var now = clock.instant();
        if (!transactions.call(Actor.of(owner), () -> statuses.claim(account, holder, now, now.plus(CLAIM)))) return;
        boolean again = true;
        while (again) again = pass(new Pass(owner, account, holder));
    }

    private boolean pass(Pass pass) {
        tell(pass);
        try {
            var keys = keys(pass);
            if (keys.isEmpty()) return false;
            try (var session = provider.open(keys.get().account().incoming(), keys.get().signIn())) {
                compare(pass, session);
            }
            return succeeded(pass);
        } catch (Pass.Superseded e) {
            return false;
        } catch (MailProviderException e) {
            failed(pass, e.problem());
            return false;
        } catch (IOException e) {
            failed(pass, ConnectionProblem.STORAGE);
            return false;
        } catch (RuntimeException e) {
            // give the account back before the event is delivered again
            failed(pass, ConnectionProblem.STORAGE);
            throw e;
        } finally {
            tell(pass);
        }
    }

    private Optional<Keys> keys(Pass pass) {
        return transactions.call(
                Actor.of(pass.owner()),
                () -> accounts.account(pass.account())
                        .map(account -> new Keys(account, vault.open(account.id()))));
    }

    private void compare(Pass pass, MailProvider.Session session) throws IOException {
        var plans = new ArrayList<SyncMailbox.Plan>();
        for (var mailbox : mailboxes(pass, session))
            if (mailbox.selectable())
                plans.add(syncMailbox.plan(pass, mailbox, session.snapshot(mailbox.path())));
        for (var plan : plans) syncMailbox.carryOut(pass, session, plan);
    }

    private List<Mailbox> mailboxes(Pass pass, MailProvider.Session session) {
        var remote = session.mailboxes();
        return transactions.call(Actor.of(pass.owner()), () -> {
            var known = new HashMap<String, Mailbox>();
            for (var mailbox : mail.mailboxes(pass.account())) known.put(mailbox.path(), mailbox);
            var present = remote.stream()
                    .map(it -> {
                        var before = known.get(it.path());
                        var id = before == null ? new MailboxId(ids.next()) : before.id();
                        return new Mailbox(
                                id, pass.account(), it.path(), it.delimiter(), it.role(), it.selectable());
                    })
                    .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                    .toList();
            if (!Set.copyOf(known.values()).equals(Set.copyOf(present))) mail.keepMailboxes(pass.account(), present);
            return present;
        });
    }

    private boolean succeeded(Pass pass) {
        var now = clock.instant();
        return transactions.call(
                Actor.of(pass.owner()),
                () -> statuses.succeeded(pass.account(), pass.holder(), now, now.plus(BETWEEN_PASSES)));
    }

    private void failed(Pass pass, ConnectionProblem problem) {
        var now = clock.instant();
        var next = now.plus(problem == ConnectionProblem.SIGN_IN_REFUSED ? UNTIL_ASKED : AFTER_FAILURE);
        transactions.run(
                Actor.of(pass.owner()),
                () -> statuses.failed(pass.account(), pass.holder(), problem, now, next));
    }

    private void tell(Pass pass) {
        live.tell(pass.owner(), List.of(new LiveUpdate.SyncChanged(pass.account())));
    }
}
