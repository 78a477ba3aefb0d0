package org.waxwing.application.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sync.Arrival;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** The work on one plan: one batch is being stored at most while the next is fetched. */
final class Bringing {
    // of sources, so that a batch of large messages does not fill the memory
    private static final long HEAVY_BATCH = 8L << 20;
    private static final int IN_MEMORY = 1 << 20;

    /** What the work is done with. */
    record Hands(
            SyncStateStore states,
            FolderStateStore folders,
            BlobStore blobs,
            Arrivals arrivals,
            Claims claims,
            OurCopy copy,
            Executor storing,
            Clock clock) {}

    private final Hands hands;
    private final Pass pass;
    private final SyncMailbox.Plan plan;
    private final UidValidity validity;
    private List<Arrivals.Fetched> waiting = new ArrayList<>();
    private long weight;
    private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
    private List<Uid> beingStored = List.of();
    private Instant began;

    Bringing(Hands hands, Pass pass, SyncMailbox.Plan plan, UidValidity validity) {
        this.hands = hands;
        this.pass = pass;
        this.plan = plan;
        this.validity = validity;
        this.began = hands.clock().instant();
    }

    void slice(MailProvider.Session session, List<Uid> slice) throws IOException {
        boolean ended = false;
        try {
            var here = alreadyHere(session, slice);
            var missing = here.isEmpty() ? slice : slice.stream().filter(uid -> !here.contains(uid)).toList();
            var undelivered = missing.isEmpty()
                    ? Set.<Uid>of()
                    : session.fetch(plan.mailbox().path(), validity, missing, this::take);
            pass.notDelivered(plan.mailbox().id(), undelivered);
            handOver(slice);
            ended = true;
        } finally {
            // what was begun is finished, whatever else went wrong
            if (!ended) finishQuietly();
        }
    }

    /** Places messages that we have under a name which the server gives them everywhere. */
    private Set<Uid> alreadyHere(MailProvider.Session session, List<Uid> slice) {
        var ids = session.ids(plan.mailbox().path(), validity, slice);
        if (ids.isEmpty()) return Set.of();
        var copies = new HashMap<Uid, SyncStateStore.Copy>();
        finish();
        hands.copy().change(pass, () -> {
            var names = ids.values().stream().map(it -> it.email()).filter(it -> !it.isEmpty()).toList();
            var known = hands.states().called(pass.account(), names);
            ids.forEach((uid, id) -> {
                var email = known.get(id.email());
                var marks = plan.marks().get(uid);
                if (email != null && marks != null) copies.put(uid, new SyncStateStore.Copy(email, marks));
            });
            hands.states().place(pass.account(), plan.mailbox().id(), validity, copies);
            return Set.copyOf(copies.values().stream().map(SyncStateStore.Copy::email).toList());
        });
        return copies.keySet();
    }

    private void take(Arrival arrival, InputStream source) throws IOException {
        var start = source.readNBytes(IN_MEMORY);
        boolean whole = start.length < IN_MEMORY;
        var stored = hands.blobs().store(pass.account(), new WatchfulStream(
                whole
                        ? new ByteArrayInputStream(start)
                        : new SequenceInputStream(new ByteArrayInputStream(start), source),
                () -> hands.claims().keep(pass)));
        waiting.add(new Arrivals.Fetched(arrival, stored, whole
                ? RawMessage.of(start)
                : hands.blobs().message(pass.account(), stored.id())));
        weight += whole ? start.length : IN_MEMORY;
        if (weight >= HEAVY_BATCH) handOver(waiting.stream().map(it -> it.arrival().uid()).toList());
    }

    /** Lets what was fetched be stored, when what was fetched before it is. */
    private void handOver(List<Uid> asked) throws IOException {
        var batch = hands.arrivals().parse(pass, plan.mailbox(), validity, waiting);
        waiting = new ArrayList<>();
        weight = 0;
        finish();
        var uids = pass.notAskedFor(plan.mailbox().id(), validity, asked);
        long done = pass.done() + uids.size();
        long total = pass.total();
        beingStored = uids;
        if (batch.fetched().isEmpty()) return;
        stored = CompletableFuture.runAsync(() -> store(batch, done, total), hands.storing());
    }

    private void store(Arrivals.Batch batch, long done, long total) {
        hands.claims().write(pass, done, total, () -> {
            var updates = hands.arrivals().store(pass, batch, plan.newest());
            hands.folders().pace(pass.account(), plan.mailbox().id(), pace(batch.fetched().size()));
            hands.claims().tellAfterwards(pass, updates);
        });
    }

    private double pace(int messages) {
        var now = hands.clock().instant();
        long millis = Math.max(1, Duration.between(began, now).toMillis());
        began = now;
        return messages * 1_000.0 / millis;
    }

    /** Waits until everything handed over is stored. */
    void finish() {
        try {
            stored.join();
        } catch (CompletionException e) {
            stored = CompletableFuture.completedFuture(null);
            if (e.getCause() instanceof RuntimeException why) throw why;
            throw e;
        }
        pass.dealtWith(plan.mailbox().id(), validity, beingStored);
        beingStored = List.of();
    }

    private void finishQuietly() {
        stored.handle((nothing, why) -> true).join();
    }
}
