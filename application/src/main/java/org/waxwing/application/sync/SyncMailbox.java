package org.waxwing.application.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailboxDelta;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.SyncPolicy;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * Makes our copy of one folder equal to the server's: what is gone goes, what changed changes, what is new is fetched
 * and taken apart outside any transaction and stored in one per batch, newest first.
 */
public class SyncMailbox {
    // the first screen should not wait for a whole batch
    private static final int FIRST_BATCH = 25;
    private static final int BATCH = 100;
    // well within a claim, so that a slow server or a huge message does not cost the pass its account
    private static final Duration RENEWAL = SyncAccount.CLAIM.dividedBy(4);
    // how long a folder may be brought in before whoever waits for new mail has their turn
    private static final Duration BEFORE_ANOTHER_LOOK = Duration.ofSeconds(30);
    // stands for a folder that was never held and cannot be opened; nothing is ever stored under it
    private static final UidValidity NONE = new UidValidity(1);

    private final Transactions transactions;
    private final MailStore mail;
    private final SyncStateStore states;
    private final SyncStatusStore statuses;
    private final BlobStore blobs;
    private final MessageParser parser;
    private final MailEvents events;
    private final LiveUpdates live;
    private final Ids ids;
    private final Clock clock;

    public SyncMailbox(
            Transactions transactions,
            MailStore mail,
            SyncStateStore states,
            SyncStatusStore statuses,
            BlobStore blobs,
            MessageParser parser,
            MailEvents events,
            LiveUpdates live,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.mail = mail;
        this.states = states;
        this.statuses = statuses;
        this.blobs = blobs;
        this.parser = parser;
        this.events = events;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the server has of a folder, and what we have to do about it.
     *
     * @param firstSight whether we never held anything of it
     * @param wanted what is to be fetched, newest first
     * @param newest what comes with a higher UID has just arrived
     */
    record Plan(Mailbox mailbox, boolean firstSight, MailboxDelta delta, List<Uid> wanted, long newest) {
        /** The same plan, for what is left of it. */
        private Plan rest(List<Uid> left) {
            var still = switch (delta) {
                case MailboxDelta.Reset reset -> reset;
                case MailboxDelta.Changes changes -> new MailboxDelta.Changes(
                        changes.validity(), left, Map.of(), Set.of());
            };
            return new Plan(mailbox, false, still, left, newest);
        }
    }

    /** A message whose bytes are here, not yet stored as one. */
    private record Fetched(Uid uid, Set<Keyword> keywords, Instant receivedAt, BlobStore.Stored source) {}

    /** Compares a folder with the server's. One that only holds other folders holds no message. */
    Plan plan(Pass pass, MailProvider.Session session, Mailbox mailbox) {
        Optional<MailboxSnapshot> ours = transactions.call(Actor.of(pass.owner()),
                () -> states.snapshot(pass.account(), mailbox.id()));
        var theirs = mailbox.selectable()
                ? session.snapshot(mailbox.path())
                : new MailboxSnapshot(ours.map(MailboxSnapshot::validity).orElse(NONE), Map.of());
        keepClaim(pass);
        var delta = SyncPolicy.compare(ours, theirs);
        var wanted = pass.notAskedFor(mailbox.id(), theirs.validity(), delta.added());
        pass.sees(mailbox.id(), theirs.messages().size());
        pass.expects(mailbox.id(), wanted.size());
        return new Plan(mailbox, ours.isEmpty(), delta, wanted, switch (delta) {
            // a whole folder that comes in is one change to look at, not thousands of messages to announce
            case MailboxDelta.Reset reset -> Long.MAX_VALUE;
            case MailboxDelta.Changes changes -> newest(ours);
        });
    }

    private static long newest(Optional<MailboxSnapshot> ours) {
        return ours.stream()
                .flatMap(it -> it.messages().keySet().stream())
                .mapToLong(Uid::value)
                .max()
                .orElse(0);
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

    /** Removes what the folder does not have any more. */
    void clear(Pass pass, Plan plan) {
        switch (plan.delta()) {
            case MailboxDelta.Reset reset -> {
                if (!plan.firstSight()) adopt(pass, plan.mailbox(), reset.validity());
            }
            case MailboxDelta.Changes changes -> {
                if (changes.vanished().isEmpty()) return;
                change(pass, () -> states.remove(
                        pass.account(), plan.mailbox().id(), changes.validity(), changes.vanished()));
            }
        }
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
        change(pass, () -> states.adopt(pass.account(), mailbox.id(), validity));
    }

    private void remark(Pass pass, Mailbox mailbox, MailboxDelta.Changes changes) {
        if (changes.keywords().isEmpty()) return;
        change(pass, () -> states.remark(pass.account(), mailbox.id(), changes.validity(), changes.keywords()));
    }

    private void change(Pass pass, Supplier<Set<EmailId>> work) {
        write(pass, () -> {
            var touched = work.get();
            if (touched.isEmpty()) return;
            mail.settle(pass.account(), touched);
            tellAfterwards(pass, List.of(new LiveUpdate.MailChanged(pass.account())));
        });
    }

    private Optional<Plan> fetch(Pass pass, MailProvider.Session session, Plan plan, UidValidity validity)
            throws IOException {
        var wanted = plan.wanted();
        var until = clock.instant().plus(BEFORE_ANOTHER_LOOK);
        for (int from = 0; from < wanted.size();) {
            if (from > 0 && !clock.instant().isBefore(until))
                return Optional.of(plan.rest(wanted.subList(from, wanted.size())));
            var batch = wanted.subList(from, Math.min(wanted.size(), from + (from == 0 ? FIRST_BATCH : BATCH)));
            from += batch.size();
            var fetched = new ArrayList<Fetched>(batch.size());
            session.fetch(plan.mailbox().path(), validity, batch, (uid, keywords, receivedAt, source) -> {
                var watched = new WatchfulStream(source, () -> keepClaim(pass));
                fetched.add(new Fetched(uid, keywords, receivedAt, blobs.store(pass.account(), watched)));
            });
            pass.dealtWith(plan.mailbox().id(), validity, batch);
            store(pass, plan, validity, fetched);
        }
        return Optional.empty();
    }

    private void store(Pass pass, Plan plan, UidValidity validity, List<Fetched> fetched) throws IOException {
        // messages may all have vanished meanwhile, or be such as the server cannot deliver
        if (fetched.isEmpty()) return;
        var account = pass.account();
        var sources = fetched.stream().map(it -> it.source().id()).toList();
        var known = transactions.call(Actor.of(pass.owner()), () -> mail.alreadyStored(account, sources));
        var fresh = parse(pass, fetched, known);
        write(pass, () -> {
            var emails = new HashMap<BlobId, EmailId>(known);
            var arrived = storeFresh(pass, fresh, emails);
            var copies = new HashMap<Uid, SyncStateStore.Copy>();
            for (var it : fetched)
                copies.put(it.uid(), new SyncStateStore.Copy(idOf(emails, it), it.keywords()));
            states.place(account, plan.mailbox().id(), validity, copies);
            mail.settle(account, Set.copyOf(emails.values()));
            if (!arrived.isEmpty())
                events.publish(new MailEvent.EmailsArrived(pass.owner(), account, List.copyOf(arrived.keySet())));
            tellAfterwards(pass, updates(pass, plan, fetched, emails, arrived));
        });
    }

    private Map<Fetched, ParsedMessage> parse(Pass pass, List<Fetched> fetched, Map<BlobId, EmailId> known)
            throws IOException {
        var parsed = new LinkedHashMap<Fetched, ParsedMessage>();
        var seen = new HashSet<>(known.keySet());
        for (var it : fetched) {
            if (!seen.add(it.source().id())) continue;
            var source = blobs.message(pass.account(), it.source().id());
            parsed.put(it, parser.parse(source, it.receivedAt(), decoded -> blobs.store(pass.account(), decoded)));
            keepClaim(pass);
        }
        return parsed;
    }

    private Map<EmailId, ThreadId> storeFresh(
            Pass pass, Map<Fetched, ParsedMessage> fresh, Map<BlobId, EmailId> emails) {
        if (fresh.isEmpty()) return Map.of();
        var headers = fresh.values().stream().map(ParsedMessage::headers).toList();
        var ties = new HashSet<MessageId>();
        headers.forEach(it -> ties.addAll(Threading.ties(it)));
        var joined = Threading.join(
                headers, mail.threadsOf(pass.account(), ties), () -> new ThreadId(ids.next()));
        var batch = new ArrayList<Email>(fresh.size());
        var arrived = new LinkedHashMap<EmailId, ThreadId>();
        fresh.forEach((it, message) -> {
            var thread = joined.threadOf().get(batch.size());
            var email = new Email(
                    new EmailId(ids.next()), thread, message, it.receivedAt(), it.source().size(), it.source().id());
            batch.add(email);
            arrived.put(email.id(), thread);
            emails.put(email.source(), email.id());
        });
        mail.store(pass.account(), batch, joined);
        return arrived;
    }

    private static EmailId idOf(Map<BlobId, EmailId> emails, Fetched fetched) {
        var id = emails.get(fetched.source().id());
        if (id == null) throw new IllegalStateException("A fetched message was neither known nor stored");
        return id;
    }

    private static List<LiveUpdate> updates(
            Pass pass, Plan plan, List<Fetched> fetched, Map<BlobId, EmailId> emails, Map<EmailId, ThreadId> arrived) {
        var updates = new ArrayList<LiveUpdate>();
        for (var it : fetched) {
            var thread = arrived.get(idOf(emails, it));
            if (thread != null && it.uid().value() > plan.newest())
                updates.add(new LiveUpdate.NewMessage(pass.account(), thread, idOf(emails, it)));
        }
        updates.add(new LiveUpdate.MailChanged(pass.account()));
        updates.add(new LiveUpdate.SyncChanged(pass.account()));
        return updates;
    }

    // needs no open transaction
    private void keepClaim(Pass pass) {
        if (!clock.instant().isBefore(pass.claimedAt().plus(RENEWAL))) write(pass, () -> {});
    }

    /**
     * Does {@code work} in one transaction, as long as the pass holds the claim.
     *
     * @throws Pass.Superseded it does not any more
     */
    void write(Pass pass, Runnable work) {
        var now = clock.instant();
        transactions.run(Actor.of(pass.owner()), () -> {
            var until = now.plus(SyncAccount.CLAIM);
            if (!statuses.progress(pass.account(), pass.holder(), pass.done(), pass.total(), until))
                throw new Pass.Superseded(pass.account());
            work.run();
        });
        pass.claimed(now);
    }

    private void tellAfterwards(Pass pass, List<LiveUpdate> updates) {
        transactions.afterCommit(() -> live.tell(pass.owner(), updates));
    }
}
