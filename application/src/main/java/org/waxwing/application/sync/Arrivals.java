package org.waxwing.application.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.SortArrivals;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.signs.SignReader;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sync.Arrival;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** Takes fetched messages apart, outside any transaction, and stores a batch of them in one. */
public class Arrivals {
    private final Transactions transactions;
    private final MailStore mail;
    private final SyncStateStore states;
    private final BlobStore blobs;
    private final MessageParser parser;
    private final MailEvents events;
    private final Ids ids;
    private final Claims claims;
    private final Recall recall;
    private final SortArrivals sortArrivals;

    public Arrivals(
            Transactions transactions,
            MailStore mail,
            SyncStateStore states,
            BlobStore blobs,
            MessageParser parser,
            MailEvents events,
            Ids ids,
            Claims claims,
            Recall recall,
            SortArrivals sortArrivals) {
        this.transactions = transactions;
        this.mail = mail;
        this.states = states;
        this.blobs = blobs;
        this.parser = parser;
        this.events = events;
        this.ids = ids;
        this.claims = claims;
        this.recall = recall;
        this.sortArrivals = sortArrivals;
    }

    /** A message whose bytes are in the object store. */
    record Fetched(Arrival arrival, BlobStore.Stored source, RawMessage bytes) {}

    /**
     * Messages that are ready to be stored.
     *
     * @param parsed those that were not here when they were fetched; each source once
     */
    record Batch(
            Mailbox mailbox,
            UidValidity validity,
            List<Fetched> fetched,
            Map<Fetched, Read> parsed) {
        /** Whether these are messages that the owner writes. */
        boolean isOwn() {
            return mailbox.role() == MailboxRole.SENT || mailbox.role() == MailboxRole.DRAFTS;
        }
    }

    /** A message taken apart, and what was seen of it. */
    record Read(ParsedMessage message, Signs signs) {}

    private record Known(Set<BlobId> sources, Set<String> own) {}

    /**
     * Takes apart what is new among these.
     *
     * @throws IOException an attachment could not be kept
     */
    Batch parse(Pass pass, Mailbox mailbox, UidValidity validity, List<Fetched> fetched) throws IOException {
        var known = transactions.call(
                Actor.of(pass.owner()), () -> new Known(
                        mail.alreadyStored(pass.account(), sources(fetched)).keySet(),
                        sortArrivals.at(pass.owner(), pass.account()).own()));
        var parsed = new LinkedHashMap<Fetched, Read>();
        var seen = new HashSet<>(known.sources());
        for (var it : fetched) {
            if (!seen.add(it.source().id())) continue;
            var message = parser.parse(
                    it.bytes(), it.arrival().receivedAt(), decoded -> blobs.store(pass.account(), decoded));
            parsed.put(it, new Read(message, SignReader.read(message, parser.fields(it.bytes()), known.own())));
            claims.keep(pass);
        }
        return new Batch(mailbox, validity, fetched, parsed);
    }

    /** Stores a batch; to be called within a transaction that holds the claim. Returns what to tell open pages. */
    List<LiveUpdate> store(Pass pass, Batch batch, long newest) {
        var account = pass.account();
        // the batch before this one was stored while this one was fetched
        var emails = new HashMap<BlobId, EmailId>(mail.alreadyStored(account, sources(batch.fetched())));
        var fresh = new LinkedHashMap<>(batch.parsed());
        fresh.keySet().removeIf(it -> emails.containsKey(it.source().id()));
        var newcomers = newcomers(pass, batch, fresh);
        newcomers.forEach((it, newcomer) -> emails.put(it.source().id(), newcomer.email().id()));
        placeKnown(pass, batch, newcomers.keySet(), emails);
        if (!newcomers.isEmpty())
            events.publish(new MailEvent.EmailsArrived(
                    pass.owner(), account, newcomers.values().stream().map(it -> it.email().id()).toList()));
        var updates = new ArrayList<LiveUpdate>();
        var arrived = newcomers.values().stream().map(SyncStateStore.Newcomer::email).toList();
        var silent = recall.recall(account, arrived);
        newcomers.values().stream()
                .filter(it -> it.uid().value() > newest && !silent.contains(it.email().thread()))
                .forEach(it -> updates.add(
                        new LiveUpdate.NewMessage(account, it.email().thread(), it.email().id())));
        updates.add(new LiveUpdate.MailChanged(account));
        updates.add(new LiveUpdate.SyncChanged(account));
        return updates;
    }

    private static Set<BlobId> sources(List<Fetched> fetched) {
        return fetched.stream().map(it -> it.source().id()).collect(Collectors.toSet());
    }

    private Map<Fetched, SyncStateStore.Newcomer> newcomers(
            Pass pass, Batch batch, Map<Fetched, Read> fresh) {
        var newcomers = new LinkedHashMap<Fetched, SyncStateStore.Newcomer>();
        if (fresh.isEmpty()) return newcomers;
        var seekers = new ArrayList<Threading.Seeker>();
        fresh.forEach((it, read) -> seekers.add(
                new Threading.Seeker(read.message().headers(), it.arrival().ids().thread())));
        var joined = Threading.join(seekers, known(pass, seekers), () -> new ThreadId(ids.next()));
        var emails = new LinkedHashMap<Fetched, Email>();
        var seen = new LinkedHashMap<Email, Signs>();
        fresh.forEach((it, read) -> {
            var email = new Email(
                    new EmailId(ids.next()), joined.threadOf().get(emails.size()), read.message(),
                    it.arrival().receivedAt(), it.source().size(), it.source().id());
            emails.put(it, email);
            seen.put(email, read.signs());
        });
        var desk = sortArrivals.at(pass.owner(), pass.account());
        var decided = desk.sort(seen, batch.isOwn());
        emails.forEach((it, email) -> newcomers.put(it, new SyncStateStore.Newcomer(
                it.arrival().uid(), it.arrival().keywords(), email, it.arrival().ids(), decided.filing(email.id()))));
        states.arrive(pass.account(), batch.mailbox().id(), batch.validity(), newcomers.values(), joined);
        desk.tell(decided, seen.keySet().stream().map(Email::id).toList());
        return newcomers;
    }

    private Threading.Known known(Pass pass, Collection<Threading.Seeker> seekers) {
        var ties = seekers.stream().flatMap(it -> Threading.ties(it).stream()).collect(Collectors.toSet());
        var alike = Threading.asksForAlike(seekers);
        return new Threading.Known(
                mail.threadsOf(pass.account(), ties),
                alike.isEmpty() ? Map.of() : mail.threadsLike(pass.account(), alike));
    }

    private void placeKnown(
            Pass pass, Batch batch, Set<Fetched> stored, Map<BlobId, EmailId> emails) {
        var copies = new HashMap<Uid, SyncStateStore.Copy>();
        for (var it : batch.fetched()) {
            if (stored.contains(it)) continue;
            var id = emails.get(it.source().id());
            if (id == null) throw new IllegalStateException("A fetched message was neither known nor stored");
            copies.put(it.arrival().uid(), new SyncStateStore.Copy(id, it.arrival().keywords()));
        }
        if (copies.isEmpty()) return;
        states.place(pass.account(), batch.mailbox().id(), batch.validity(), copies);
        mail.settle(pass.account(), copies.values().stream().map(SyncStateStore.Copy::email)
                .collect(Collectors.toSet()));
    }
}
