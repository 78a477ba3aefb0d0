package org.waxwing.application.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.waxwing.application.change.CarryOutChanges;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxDelta;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatusStore;

/**
 * Brings an account and its server together: first what was done here is carried there, then what happened there comes
 * here, all folders, inbox first. One pass at a time for an account in the whole cluster; whoever asks meanwhile makes
 * the running pass look once more. A server that cannot be used is tried again soon, then at longer intervals, and its
 * owner is told; it is no reason to redeliver the event.
 */
public class SyncAccount {
    /** How long an account rests when nothing wakes it. */
    static final Duration BETWEEN_PASSES = Duration.ofMinutes(5);

    /** How long it may take until every message is compared again. */
    static final Duration BETWEEN_FULL_COMPARISONS = Duration.ofMinutes(30);

    // a pass that fails is repeated after one, two and four seconds before its owner is told
    private static final int ATTEMPTS_AT_ONCE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_THROTTLING = Duration.ofMinutes(2);
    private static final int MOST_DOUBLINGS = 3;
    private static final Duration UNTIL_ASKED = Duration.ofDays(36_500);

    private final Transactions transactions;
    private final OpenAccount openAccount;
    private final MailProvider provider;
    private final MailStore mail;
    private final FolderStateStore folders;
    private final SyncStatusStore statuses;
    private final ChangeQueue queue;
    private final CarryOutChanges carryOutChanges;
    private final SyncFolders syncFolders;
    private final SyncMailbox syncMailbox;
    private final Claims claims;
    private final LiveUpdates live;
    private final MailEvents events;
    private final Ids ids;
    private final Clock clock;
    private final String node;
    // accounts whose claim could not be given back because the database was away, and by whom they are held
    private final Map<AccountId, String> notGivenBack = new ConcurrentHashMap<>();

    public SyncAccount(
            Transactions transactions,
            OpenAccount openAccount,
            MailProvider provider,
            MailStore mail,
            FolderStateStore folders,
            SyncStatusStore statuses,
            ChangeQueue queue,
            CarryOutChanges carryOutChanges,
            SyncFolders syncFolders,
            SyncMailbox syncMailbox,
            Claims claims,
            LiveUpdates live,
            MailEvents events,
            Ids ids,
            Clock clock,
            String node) {
        this.transactions = transactions;
        this.openAccount = openAccount;
        this.provider = provider;
        this.mail = mail;
        this.folders = folders;
        this.statuses = statuses;
        this.queue = queue;
        this.carryOutChanges = carryOutChanges;
        this.syncFolders = syncFolders;
        this.syncMailbox = syncMailbox;
        this.claims = claims;
        this.live = live;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
    }

    /** Makes our copy of {@code account} equal to the server's, unless somebody is at it already. */
    public void sync(PersonId owner, AccountId account) {
        var holder = node + "/" + ids.next();
        var now = clock.instant();
        var claim = transactions.call(Actor.of(owner), () -> {
            var leftOver = Optional.ofNullable(notGivenBack.get(account));
            leftOver.ifPresent(it -> statuses.failed(
                    account, it, ConnectionProblem.STORAGE, SyncStatus.Phase.SYNCING, now, now));
            return statuses.claim(account, holder, now, now.plus(Claims.CLAIM));
        });
        notGivenBack.remove(account);
        if (claim.isEmpty()) return;
        var claimedAt = now;
        boolean again = true;
        boolean full = claim.get().full();
        while (again) {
            var pass = new Pass(owner, account, holder, full, claimedAt);
            again = run(pass, claim.get().attempts());
            claimedAt = pass.claimedAt();
            full = false;
        }
    }

    private boolean run(Pass pass, int attempts) {
        tell(pass);
        try {
            var compared = openAccount.open(pass.owner(), pass.account(), (account, signIn) -> {
                try (var session = provider.open(account.incoming(), signIn)) {
                    compare(pass, session);
                }
                return true;
            });
            return compared.isPresent() && succeeded(pass);
        } catch (Pass.Superseded e) {
            syncMailbox.forgetIfRemoved(pass);
            return false;
        } catch (MailProviderException e) {
            failed(pass, e.problem(), attempts);
            syncMailbox.forgetIfRemoved(pass);
            return false;
        } catch (IOException e) {
            failed(pass, ConnectionProblem.STORAGE, attempts);
            syncMailbox.forgetIfRemoved(pass);
            return false;
        } catch (RuntimeException e) {
            giveBack(pass, attempts, e);
            throw e;
        } finally {
            tell(pass);
        }
    }

    // Everything comes in before anything goes: a message that moved to another folder, and a folder that got another
    // name, are then the same messages as before.
    private void compare(Pass pass, MailProvider.Session session) throws IOException {
        boolean left = carryOut(pass, session);
        pass.looksAtFolders();
        pass.points(transactions.call(Actor.of(pass.owner()), () -> folders.points(pass.account())));
        var found = syncFolders.follow(pass, session);
        var plans = broughtIn(pass, session, found.present());
        for (var plan : plans) syncMailbox.clear(pass, plan);
        if (found.gone()) syncFolders.keep(pass, found.present());
        // what has been found by now can be carried on
        if (left) carryOut(pass, session);
    }

    private boolean carryOut(Pass pass, MailProvider.Session session) {
        return carryOutChanges.carryOut(pass.owner(), pass.account(), session, work -> {
            pass.carries();
            claims.write(pass, work);
        });
    }

    /** Brings in what is new in these folders, and tells by which plans. */
    private List<SyncMailbox.Plan> broughtIn(Pass pass, MailProvider.Session session, List<Mailbox> present)
            throws IOException {
        var inbox = present.getFirst();
        if (pass.point(inbox.id()).isEmpty() && isNew(pass, inbox)) firstScreen(pass, session, inbox);
        var ahead = new ArrayDeque<SyncMailbox.Plan>();
        var points = session.points();
        for (var mailbox : present)
            if (isUnchanged(pass, mailbox, points)) pass.leaves(mailbox.id());
            else plan(pass, session, mailbox).ifPresent(ahead::add);
        // from now on it is known how much is to come
        if (pass.total() > pass.done() + SyncMailbox.FIRST_SCREEN)
            claims.write(pass, () -> claims.tellAfterwards(
                    pass, List.of(new LiveUpdate.SyncChanged(pass.account()))));
        var followed = new LinkedHashMap<MailboxId, SyncMailbox.Plan>();
        while (!ahead.isEmpty()) bring(pass, session, inbox, ahead, followed);
        return List.copyOf(followed.values());
    }

    private void firstScreen(Pass pass, MailProvider.Session session, Mailbox inbox) throws IOException {
        try {
            syncMailbox.firstScreen(pass, session, inbox);
        } catch (MailboxRefusedException e) {
            passOver(pass, inbox, e);
        }
    }

    private void bring(
            Pass pass,
            MailProvider.Session session,
            Mailbox inbox,
            Deque<SyncMailbox.Plan> ahead,
            Map<MailboxId, SyncMailbox.Plan> followed)
            throws IOException {
        var plan = ahead.removeFirst();
        // what vanished later may have moved to where we looked before: the next pass removes it
        if (plan.delta() instanceof MailboxDelta.Reset) followed.put(plan.mailbox().id(), plan);
        else followed.putIfAbsent(plan.mailbox().id(), plan);
        try {
            var left = syncMailbox.bring(pass, session, plan);
            if (left.isEmpty()) return;
            // bringing in a large folder must not keep anybody from what arrives meanwhile, or from being heard
            carryOut(pass, session);
            if (!inbox.equals(plan.mailbox())) ahead.addFirst(left.get());
            plan(pass, session, inbox).ifPresent(ahead::addFirst);
        } catch (MailboxRefusedException e) {
            passOver(pass, plan.mailbox(), e);
            followed.remove(plan.mailbox().id());
        }
    }

    private boolean isNew(Pass pass, Mailbox mailbox) {
        return transactions.call(Actor.of(pass.owner()), () -> folders.health(pass.account()).stream()
                .noneMatch(it -> it.mailbox().id().equals(mailbox.id()) && it.stored() > 0));
    }

    private static boolean isUnchanged(Pass pass, Mailbox mailbox, Map<String, SyncPoint> points) {
        var before = pass.point(mailbox.id());
        var now = points.get(mailbox.path());
        if (pass.isFull() || before.isEmpty() || now == null || !before.get().isCertainlyStill(now)) return false;
        pass.sees(mailbox.id(), now.messages());
        return true;
    }

    private Optional<SyncMailbox.Plan> plan(Pass pass, MailProvider.Session session, Mailbox mailbox) {
        try {
            return Optional.of(syncMailbox.plan(pass, session, mailbox));
        } catch (MailboxRefusedException e) {
            passOver(pass, mailbox, e);
            return Optional.empty();
        }
    }

    // one folder must not keep an account from all others; without its inbox, though, it is of no use
    private void passOver(Pass pass, Mailbox mailbox, MailboxRefusedException why) {
        syncMailbox.failed(pass, mailbox, ConnectionProblem.FOLDER_REFUSED);
        if (mailbox.role() == MailboxRole.INBOX)
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST, why);
    }

    private boolean succeeded(Pass pass) {
        var now = clock.instant();
        var account = pass.account();
        return transactions.call(Actor.of(pass.owner()), () -> {
            boolean first = statuses.status(account).filter(it -> it.passes() == 0).isPresent();
            // at rest an account tells all that it holds, not what the last pass happened to bring
            if (!statuses.progress(account, pass.holder(), pass.seen(), pass.seen(), now.plus(Claims.CLAIM)))
                throw new Pass.Superseded(account);
            if (!pass.unchanged().isEmpty()) folders.unchanged(account, pass.unchanged(), now);
            forgetUnseen(pass);
            if (pass.isFull())
                statuses.compared(
                        account, pass.holder(), pass.repaired(), now, now.plus(BETWEEN_FULL_COMPARISONS));
            if (first) events.publish(new MailEvent.AccountRead(pass.owner(), account));
            return statuses.succeeded(account, pass.holder(), now, now.plus(BETWEEN_PASSES));
        });
    }

    // a message that was moved and is in no folder now was moved on by somebody else; but what was moved while we were
    // looking may be in a folder at which we had looked by then
    private void forgetUnseen(Pass pass) {
        if (pass.hasCarriedMeanwhile()) return;
        var touched = queue.forgetUnseen(pass.account());
        if (touched.isEmpty()) return;
        mail.settle(pass.account(), touched);
        claims.tellAfterwards(pass, List.of(new LiveUpdate.MailChanged(pass.account())));
    }

    // before the event is delivered again
    private void giveBack(Pass pass, int attempts, RuntimeException why) {
        try {
            failed(pass, ConnectionProblem.STORAGE, attempts);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
            notGivenBack.put(pass.account(), pass.holder());
        }
    }

    private void failed(Pass pass, ConnectionProblem problem, int attemptsBefore) {
        var now = clock.instant();
        var phase = phase(problem, attemptsBefore);
        var next = now.plus(pause(problem, phase, attemptsBefore));
        transactions.run(
                Actor.of(pass.owner()),
                () -> statuses.failed(pass.account(), pass.holder(), problem, phase, now, next));
    }

    private static SyncStatus.Phase phase(ConnectionProblem problem, int attemptsBefore) {
        return switch (problem) {
            case SIGN_IN_REFUSED -> SyncStatus.Phase.NEEDS_SIGN_IN;
            case THROTTLED -> SyncStatus.Phase.ERROR;
            default -> attemptsBefore < ATTEMPTS_AT_ONCE ? SyncStatus.Phase.SYNCING : SyncStatus.Phase.ERROR;
        };
    }

    private static Duration pause(ConnectionProblem problem, SyncStatus.Phase phase, int attemptsBefore) {
        return switch (phase) {
            case NEEDS_SIGN_IN -> UNTIL_ASKED;
            case SYNCING -> FIRST_PAUSE.multipliedBy(1L << attemptsBefore);
            default -> problem == ConnectionProblem.THROTTLED
                    ? AFTER_THROTTLING.multipliedBy(1L << Math.min(attemptsBefore, MOST_DOUBLINGS))
                    : BETWEEN_PASSES;
        };
    }

    private void tell(Pass pass) {
        live.tell(pass.owner(), List.of(new LiveUpdate.SyncChanged(pass.account())));
    }
}
