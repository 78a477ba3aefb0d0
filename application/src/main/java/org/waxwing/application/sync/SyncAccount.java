package org.waxwing.application.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxDelta;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.RemoteMailbox;
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
    private final OpenAccount openAccount;
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
            OpenAccount openAccount,
            MailProvider provider,
            MailStore mail,
            SyncStatusStore statuses,
            SyncMailbox syncMailbox,
            LiveUpdates live,
            Ids ids,
            Clock clock,
            String node) {
        this.transactions = transactions;
        this.openAccount = openAccount;
        this.provider = provider;
        this.mail = mail;
        this.statuses = statuses;
        this.syncMailbox = syncMailbox;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
    }

    /**
     * The folders of an account.
     *
     * @param present those that the server has, inbox first
     * @param gone whether we have others beside
     */
    private record Folders(List<Mailbox> present, boolean gone) {}

    /** Makes our copy of {@code account} equal to the server's, unless somebody is at it already. */
    public void sync(PersonId owner, AccountId account) {
        var holder = node + "/" + ids.next();
        var now = clock.instant();
        if (!transactions.call(Actor.of(owner), () -> statuses.claim(account, holder, now, now.plus(CLAIM)))) return;
        var claimedAt = now;
        boolean again = true;
        while (again) {
            var pass = new Pass(owner, account, holder, claimedAt);
            again = run(pass);
            claimedAt = pass.claimedAt();
        }
    }

    private boolean run(Pass pass) {
        tell(pass);
        try {
            var compared = openAccount.open(pass.owner(), pass.account(), (incoming, signIn) -> {
                try (var session = provider.open(incoming, signIn)) {
                    compare(pass, session);
                }
                return true;
            });
            return compared.isPresent() && succeeded(pass);
        } catch (Pass.Superseded e) {
            syncMailbox.forgetIfRemoved(pass);
            return false;
        } catch (MailProviderException e) {
            failed(pass, e.problem());
            syncMailbox.forgetIfRemoved(pass);
            return false;
        } catch (IOException e) {
            failed(pass, ConnectionProblem.STORAGE);
            syncMailbox.forgetIfRemoved(pass);
            return false;
        } catch (RuntimeException e) {
            giveBack(pass, e);
            throw e;
        } finally {
            tell(pass);
        }
    }

    // Everything comes in before anything goes: a message that moved to another folder, and a folder that got another
    // name, are then the same messages as before.
    private void compare(Pass pass, MailProvider.Session session) throws IOException {
        var folders = folders(pass, session);
        for (var plan : broughtIn(pass, session, folders.present())) syncMailbox.clear(pass, plan);
        if (folders.gone()) keep(pass, folders.present());
    }

    /** Brings in what is new in these folders, and tells by which plans. */
    private List<SyncMailbox.Plan> broughtIn(Pass pass, MailProvider.Session session, List<Mailbox> folders)
            throws IOException {
        var inbox = folders.getFirst();
        var ahead = new ArrayDeque<SyncMailbox.Plan>();
        for (var mailbox : folders) plan(pass, session, mailbox).ifPresent(ahead::add);
        var followed = new LinkedHashMap<MailboxId, SyncMailbox.Plan>();
        while (!ahead.isEmpty()) {
            var plan = ahead.removeFirst();
            // what vanished later may have moved to where we looked before: the next pass removes it
            if (plan.delta() instanceof MailboxDelta.Reset) followed.put(plan.mailbox().id(), plan);
            else followed.putIfAbsent(plan.mailbox().id(), plan);
            try {
                var left = syncMailbox.bring(pass, session, plan);
                if (left.isEmpty()) continue;
                // bringing in a large folder must not keep anybody from what arrives meanwhile
                if (!inbox.equals(plan.mailbox())) ahead.addFirst(left.get());
                plan(pass, session, inbox).ifPresent(ahead::addFirst);
            } catch (MailboxRefusedException e) {
                passOver(plan.mailbox(), e);
                followed.remove(plan.mailbox().id());
            }
        }
        return List.copyOf(followed.values());
    }

    private Optional<SyncMailbox.Plan> plan(Pass pass, MailProvider.Session session, Mailbox mailbox) {
        try {
            return Optional.of(syncMailbox.plan(pass, session, mailbox));
        } catch (MailboxRefusedException e) {
            passOver(mailbox, e);
            return Optional.empty();
        }
    }

    // one folder must not keep an account from all others; without its inbox, though, it is of no use
    private static void passOver(Mailbox mailbox, MailboxRefusedException why) {
        if (mailbox.role() == MailboxRole.INBOX)
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST, why);
    }

    private Folders folders(Pass pass, MailProvider.Session session) {
        var remote = new LinkedHashMap<String, RemoteMailbox>();
        session.mailboxes().forEach(it -> remote.putIfAbsent(it.path(), it));
        // every account has an inbox (RFC 9051 §5.1); without this, a server's bad day would empty ours
        if (remote.isEmpty()) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        var known = new LinkedHashMap<String, Mailbox>();
        transactions.call(Actor.of(pass.owner()), () -> mail.mailboxes(pass.account()))
                .forEach(it -> known.put(it.path(), it));
        var present = remote.values().stream()
                .map(it -> {
                    var before = known.get(it.path());
                    var id = before == null ? new MailboxId(ids.next()) : before.id();
                    return new Mailbox(id, pass.account(), it.path(), it.delimiter(), it.role(), it.selectable());
                })
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .toList();
        var all = new ArrayList<>(present);
        for (var mailbox : known.values()) if (!remote.containsKey(mailbox.path())) all.add(mailbox);
        if (!Set.copyOf(known.values()).equals(Set.copyOf(all))) keep(pass, all);
        return new Folders(present, all.size() > present.size());
    }

    private void keep(Pass pass, List<Mailbox> mailboxes) {
        syncMailbox.write(pass, () -> {
            mail.keepMailboxes(pass.account(), mailboxes);
            transactions.afterCommit(() -> live.tell(
                    pass.owner(), List.of(new LiveUpdate.MailChanged(pass.account()))));
        });
    }

    private boolean succeeded(Pass pass) {
        var now = clock.instant();
        return transactions.call(Actor.of(pass.owner()), () -> {
            // at rest an account tells all that it holds, not what the last pass happened to bring
            statuses.progress(pass.account(), pass.holder(), pass.seen(), pass.seen(), now.plus(CLAIM));
            return statuses.succeeded(pass.account(), pass.holder(), now, now.plus(BETWEEN_PASSES));
        });
    }

    // before the event is delivered again
    private void giveBack(Pass pass, RuntimeException why) {
        try {
            failed(pass, ConnectionProblem.STORAGE);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
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
