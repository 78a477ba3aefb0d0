package org.waxwing.application.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailboxDelta;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncPolicy;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * Makes our copy of one folder equal to the server's: what is gone goes, what changed changes, what is new is fetched
 * and taken apart outside any transaction and stored in one per batch, newest first. While a batch is being stored, the
 * next one is fetched.
 */
public class SyncMailbox {
    /** What fits on a first screen, which should not wait for a whole batch. */
    static final int FIRST_SCREEN = 50;

    private static final int BATCH = 500;
    // how long a folder may be brought in before whoever waits for new mail has their turn
    private static final Duration BEFORE_ANOTHER_LOOK = Duration.ofSeconds(15);
    // stands for a folder that was never held and cannot be opened; nothing is ever stored under it
    private static final UidValidity NONE = new UidValidity(1);

    private final Transactions transactions;
    private final SyncStateStore states;
    private final FolderStateStore folders;
    private final SyncStatusStore statuses;
    private final BlobStore blobs;
    private final Claims claims;
    private final OurCopy copy;
    private final Bringing.Hands hands;
    private final Clock clock;

    /** @param storing runs the storing of one batch while the next is fetched */
    public SyncMailbox(
            Transactions transactions,
            MailStore mail,
            SyncStateStore states,
            FolderStateStore folders,
            SyncStatusStore statuses,
            BlobStore blobs,
            Arrivals arrivals,
            Claims claims,
            Executor storing,
            Clock clock) {
        this.transactions = transactions;
        this.states = states;
        this.folders = folders;
        this.statuses = statuses;
        this.blobs = blobs;
        this.claims = claims;
        this.copy = new OurCopy(claims, mail);
        this.hands = new Bringing.Hands(states, folders, blobs, arrivals, claims, copy, storing, clock);
        this.clock = clock;
    }

    /**
     * What the server has of a folder, and what we have to do about it.
     *
     * @param firstSight whether we never held anything of it
     * @param wanted what is to be fetched, newest first
     * @param marks the keywords of what is wanted
     * @param newest what comes with a higher UID has just arrived
     * @param point what our copy is equal to when all this is done
     */
    record Plan(
            Mailbox mailbox,
            boolean firstSight,
            MailboxDelta delta,
            List<Uid> wanted,
            Map<Uid, Set<Keyword>> marks,
            long newest,
            SyncPoint point) {
        /** The same plan, for what is left of it. */
        private Plan rest(List<Uid> left) {
            var still = switch (delta) {
                case MailboxDelta.Reset reset -> reset;
                case MailboxDelta.Changes changes -> new MailboxDelta.Changes(
                        changes.validity(), left, Map.of(), changes.vanished());
            };
            return new Plan(mailbox, false, still, left, marks, newest, point);
        }
    }

    /** Looks at a folder: at what happened since it was followed last, or at all that it holds. */
    Plan plan(Pass pass, MailProvider.Session session, Mailbox mailbox) {
        if (!mailbox.selectable()) return compared(pass, mailbox, nothingIn(pass, mailbox));
        var point = pass.point(mailbox.id());
        var news = point.isEmpty() || pass.isFull()
                ? session.whole(mailbox.path())
                : session.since(mailbox.path(), point.get());
        claims.keep(pass);
        return switch (news) {
            case MailboxNews.Whole whole -> compared(pass, mailbox, whole);
            case MailboxNews.Since since -> followed(pass, mailbox, since);
        };
    }

    // one that only holds other folders holds no message
    private MailboxNews.Whole nothingIn(Pass pass, Mailbox mailbox) {
        var validity = snapshot(pass, mailbox).map(MailboxSnapshot::validity).orElse(NONE);
        return new MailboxNews.Whole(new SyncPoint(validity, 0, 0, 0), Map.of());
    }

    private Optional<MailboxSnapshot> snapshot(Pass pass, Mailbox mailbox) {
        return transactions.call(Actor.of(pass.owner()), () -> states.snapshot(pass.account(), mailbox.id()));
    }

    private Plan compared(Pass pass, Mailbox mailbox, MailboxNews.Whole whole) {
        var ours = snapshot(pass, mailbox);
        var delta = SyncPolicy.compare(ours, whole.snapshot());
        pass.sees(mailbox.id(), whole.messages().size());
        pass.point(mailbox.id()).ifPresent(before -> pass.repairs(
                mailbox.id(), repairs(delta, before, whole.point())));
        var newest = switch (delta) {
            // a whole folder that comes in is one change to look at, not thousands of messages to announce
            case MailboxDelta.Reset reset -> Long.MAX_VALUE;
            case MailboxDelta.Changes changes -> newest(ours);
        };
        return planned(pass, mailbox, ours.isEmpty(), delta, whole.messages(), newest, whole.point());
    }

    /** Differences to a copy that was equal to the server's and should still be. */
    private static Set<Uid> repairs(MailboxDelta delta, SyncPoint before, SyncPoint now) {
        var repairs = new HashSet<Uid>();
        if (!(delta instanceof MailboxDelta.Changes changes)) return repairs;
        boolean still = before.isCertainlyStill(now);
        for (var uid : changes.added()) if (still || uid.value() < before.uidNext()) repairs.add(uid);
        if (still) repairs.addAll(changes.keywords().keySet());
        if (still) repairs.addAll(changes.vanished());
        return repairs;
    }

    private Plan followed(Pass pass, Mailbox mailbox, MailboxNews.Since since) {
        var about = new ArrayList<>(since.present().keySet());
        about.addAll(since.vanished());
        Map<Uid, Set<Keyword>> ours = about.isEmpty()
                ? Map.of()
                : transactions.call(Actor.of(pass.owner()), () -> states.held(
                        pass.account(), mailbox.id(), since.point().validity(), about));
        pass.sees(mailbox.id(), Math.max(0, since.point().messages()));
        var before = pass.point(mailbox.id()).map(SyncPoint::uidNext).orElse(0L);
        return planned(pass, mailbox, false, SyncPolicy.follow(ours, since), since.present(), before - 1,
                since.point());
    }

    private Plan planned(
            Pass pass,
            Mailbox mailbox,
            boolean firstSight,
            MailboxDelta delta,
            Map<Uid, Set<Keyword>> marks,
            long newest,
            SyncPoint point) {
        var wanted = pass.notAskedFor(mailbox.id(), point.validity(), delta.added());
        pass.expects(mailbox.id(), wanted.size());
        return new Plan(mailbox, firstSight, delta, wanted, marks, newest, point);
    }

    private static long newest(Optional<MailboxSnapshot> ours) {
        return ours.stream()
                .flatMap(it -> it.messages().keySet().stream())
                .mapToLong(Uid::value)
                .max()
                .orElse(0);
    }

    /** Brings in the latest messages of a folder never seen before, without asking how many there are. */
    void firstScreen(Pass pass, MailProvider.Session session, Mailbox mailbox) throws IOException {
        var newest = session.newest(mailbox.path(), FIRST_SCREEN);
        adopt(pass, mailbox, newest.validity());
        if (newest.uids().isEmpty()) return;
        pass.expects(mailbox.id(), newest.uids().size());
        var delta = new MailboxDelta.Reset(newest.validity(), newest.uids());
        fetch(pass, session, new Plan(mailbox, false, delta, newest.uids(), Map.of(), Long.MAX_VALUE,
                new SyncPoint(newest.validity(), 0, -1, 0)), newest.validity());
    }

    /**
     * Brings in what the folder has and we have not; what is gone stays until {@link #clear}, because it may have moved
     * to a folder whose turn is still to come.
     *
     * @return what is left of the plan, when it is time to look at the inbox again
     */
    Optional<Plan> bring(Pass pass, MailProvider.Session session, Plan plan) throws IOException {
        return switch (plan.delta()) {
            case MailboxDelta.Reset reset -> {
                // a folder seen for the first time can be resumed; a voided one keeps showing what it had until all is here
                if (plan.firstSight()) adopt(pass, plan.mailbox(), reset.validity());
                yield fetch(pass, session, plan, reset.validity());
            }
            case MailboxDelta.Changes changes -> {
                remark(pass, plan.mailbox(), changes);
                yield fetch(pass, session, plan, changes.validity());
            }
        };
    }

    /** Removes what the folder does not have any more; our copy is then equal to the server's. */
    void clear(Pass pass, Plan plan) {
        var mailbox = plan.mailbox().id();
        copy.change(pass, () -> {
            folders.caughtUp(pass.account(), mailbox, plan.point(), pass.undelivered(mailbox), clock.instant());
            return switch (plan.delta()) {
                case MailboxDelta.Reset reset -> {
                    var touched = new HashSet<>(states.adopt(pass.account(), mailbox, reset.validity()));
                    touched.addAll(states.remove(pass.account(), mailbox, reset.validity(), goneSince(pass, plan)));
                    yield touched;
                }
                case MailboxDelta.Changes changes -> states.remove(
                        pass.account(), mailbox, changes.validity(), changes.vanished());
            };
        });
        pass.reached(mailbox, plan.point());
    }

    // a pass that was cut may have brought in what has gone again by now; what came after we looked is another matter
    private Set<Uid> goneSince(Pass pass, Plan plan) {
        return states.snapshot(pass.account(), plan.mailbox().id()).stream()
                .flatMap(it -> it.messages().keySet().stream())
                .filter(uid -> uid.value() < plan.point().uidNext() && !plan.marks().containsKey(uid))
                .collect(Collectors.toSet());
    }

    /**
     * Removes what a pass that ended early still brought in for an account that was removed meanwhile: its bytes may have
     * come after those of the account were cleaned up.
     */
    void forgetIfRemoved(Pass pass) {
        var status = transactions.call(Actor.of(pass.owner()), () -> statuses.status(pass.account()));
        if (status.isPresent()) return;
        try {
            blobs.forget(pass.account());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of removed account " + pass.account() + " are left", e);
        }
    }

    private void adopt(Pass pass, Mailbox mailbox, UidValidity validity) {
        copy.change(pass, () -> states.adopt(pass.account(), mailbox.id(), validity));
    }

    private void remark(Pass pass, Mailbox mailbox, MailboxDelta.Changes changes) {
        if (changes.keywords().isEmpty()) return;
        copy.change(pass, () -> states.remark(pass.account(), mailbox.id(), changes.validity(), changes.keywords()));
    }

    private Optional<Plan> fetch(Pass pass, MailProvider.Session session, Plan plan, UidValidity validity)
            throws IOException {
        var wanted = plan.wanted();
        var bringing = new Bringing(hands, pass, plan, validity);
        var until = clock.instant().plus(BEFORE_ANOTHER_LOOK);
        for (int from = 0; from < wanted.size();) {
            if (from > 0 && !clock.instant().isBefore(until)) {
                bringing.finish();
                return Optional.of(plan.rest(wanted.subList(from, wanted.size())));
            }
            var slice = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
            from += slice.size();
            bringing.slice(session, slice);
        }
        bringing.finish();
        return Optional.empty();
    }

    /** Notes that a folder could not be followed. */
    void failed(Pass pass, Mailbox mailbox, ConnectionProblem problem) {
        claims.write(pass, () -> folders.failed(pass.account(), mailbox.id(), problem, clock.instant()));
    }
}
