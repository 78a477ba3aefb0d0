package org.waxwing.application.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** What the server has of a folder, and what we have to do about it. */
    record Plan(Mailbox mailbox, boolean firstSight, MailboxDelta delta) {}

    /** A message whose bytes are here, not yet stored as one. */
    private record Fetched(Uid uid, Set<Keyword> keywords, Instant receivedAt, BlobStore.Stored source) {}

    Plan plan(Pass pass, Mailbox mailbox, MailboxSnapshot theirs) {
        Optional<MailboxSnapshot> ours = transactions.call(Actor.of(pass.owner()),
                () -> states.snapshot(pass.account(), mailbox.id()));
        var delta = SyncPolicy.compare(ours, theirs);
        pass.expects(delta.added().size());
        return new Plan(mailbox, ours.isEmpty(), delta);
    }

    void carryOut(Pass pass, MailProvider.Session session, Plan plan) throws IOException {
        switch (plan.delta()) {
            case MailboxDelta.Reset reset -> {
                // a folder seen for the first time can be resumed; a voided one keeps showing what it had until all is here
                if (plan.firstSight()) adopt(pass, plan.mailbox(), reset.validity());
                fetch(pass, session, plan, reset.validity());
                if (!plan.firstSight()) adopt(pass, plan.mailbox(), reset.validity());
            }
            case MailboxDelta.Changes changes -> {
                apply(pass, plan.mailbox(), changes);
                fetch(pass, session, plan, changes.validity());
            }
        }
    }

    private void adopt(Pass pass, Mailbox mailbox, UidValidity validity) {
        write(pass, () -> {
            var touched = states.adopt(pass.account(), mailbox.id(), validity);
            mail.settle(pass.account(), touched);
        });
    }

    private void apply(Pass pass, Mailbox mailbox, MailboxDelta.Changes changes) {
        if (changes.keywords().isEmpty() && changes.vanished().isEmpty()) return;
        write(pass, () -> {
            var touched = new HashSet<EmailId>();
            touched.addAll(states.remark(pass.account(), mailbox.id(), changes.validity(), changes.keywords()));
            touched.addAll(states.remove(pass.account(), mailbox.id(), changes.validity(), changes.vanished()));
            mail.settle(pass.account(), touched);
            tellAfterwards(pass, List.of(new LiveUpdate.MailChanged(pass.account())));
        });
    }

    private void fetch(Pass pass, MailProvider.Session session, Plan plan, UidValidity validity) throws IOException {
        var added = plan.delta().added();
        for (int from = 0; from < added.size();) {
            var batch = added.subList(from, Math.min(added.size(), from + (from == 0 ? FIRST_BATCH : BATCH)));
            from += batch.size();
            var fetched = new ArrayList<Fetched>(batch.size());
            session.fetch(plan.mailbox().path(), validity, batch, (uid, keywords, receivedAt, source) -> fetched.add(
                    new Fetched(uid, keywords, receivedAt, blobs.store(pass.account(), source))));
            pass.dealtWith(batch.size());
            store(pass, plan, validity, fetched);
        }
    }

    private void store(Pass pass, Plan plan, UidValidity validity, List<Fetched> fetched) throws IOException {
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
            tellAfterwards(pass, updates(pass, plan, arrived));
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

    private static List<LiveUpdate> updates(Pass pass, Plan plan, Map<EmailId, ThreadId> arrived) {
        var updates = new ArrayList<LiveUpdate>();
        // a whole mailbox coming in is one change to look at, not thousands of messages to announce
        if (plan.delta() instanceof MailboxDelta.Changes)
            arrived.forEach((email, thread) -> updates.add(new LiveUpdate.NewMessage(pass.account(), thread, email)));
        updates.add(new LiveUpdate.MailChanged(pass.account()));
        updates.add(new LiveUpdate.SyncChanged(pass.account()));
        return updates;
    }

    private void write(Pass pass, Runnable work) {
        transactions.run(Actor.of(pass.owner()), () -> {
            var until = clock.instant().plus(SyncAccount.CLAIM);
            if (!statuses.progress(pass.account(), pass.holder(), pass.done(), pass.total(), until))
                throw new Pass.Superseded(pass.account());
            work.run();
        });
    }

    private void tellAfterwards(Pass pass, List<LiveUpdate> updates) {
        transactions.afterCommit(() -> live.tell(pass.owner(), updates));
    }
}
