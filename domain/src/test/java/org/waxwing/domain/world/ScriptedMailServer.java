package org.waxwing.domain.world;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.Arrival;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * A mail server in memory, told by a test what happens at it and where it breaks. Whoever asks it from within a
 * transaction has a bug, and hears of it.
 */
public final class ScriptedMailServer implements MailProvider {
    private record Stored(EmailBuilder email, Set<Keyword> marks) {}

    private final BooleanSupplier inTransaction;
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final List<StandingWatch> watches = new CopyOnWriteArrayList<>();
    private final List<WatchListener> everyListener = new CopyOnWriteArrayList<>();
    private final List<Uid> fetched = new ArrayList<>();
    private final Map<Integer, Runnable> beforeFetches = new HashMap<>();
    private final Map<Integer, Runnable> duringFetches = new HashMap<>();
    private final List<ConnectionProblem> problems = new ArrayList<>();
    private final List<Runnable> whileBeginningToWatch = new ArrayList<>();
    private final List<RemoteChange> carriedOut = new ArrayList<>();
    private final Map<String, RemoteChange.Refusal> refusals = new HashMap<>();
    private boolean keepsModSeqs = true;
    private boolean tellsIds;
    private boolean tellsNewPlaces = true;
    private Runnable afterNextChange = () -> {};
    private int whole;
    private int cutAfter = Integer.MAX_VALUE;
    private int generation;
    private int opened;
    private int open;

    /** A server with an empty inbox, which must not be asked while {@code inTransaction}. */
    public ScriptedMailServer(BooleanSupplier inTransaction) {
        this.inTransaction = inTransaction;
        folder("INBOX", MailboxRole.INBOX);
    }

    /** A folder of the server. */
    public static final class Folder {
        private final RemoteMailbox listed;
        private long validity = 1;
        private long lastUid;
        private long modSeq = 1;
        private final Map<Uid, Stored> messages = new TreeMap<>();
        private final Map<Uid, Long> changedAt = new HashMap<>();
        private final Map<Uid, Long> vanishedAt = new HashMap<>();
        private final Set<Uid> unfetchable = new HashSet<>();
        private boolean broken;
        private boolean refused;

        private Folder(RemoteMailbox listed) {
            this.listed = listed;
        }

        /** Puts a message here, with its marks, under the next UID. */
        public Uid deliver(EmailBuilder email) {
            var uid = new Uid(++lastUid);
            put(uid, new Stored(email, email.marks()));
            return uid;
        }

        /** Gives a message other marks. */
        public void mark(Uid uid, Keyword... marks) {
            var before = messages.get(uid);
            if (before != null) put(uid, new Stored(before.email(), Set.of(marks)));
        }

        /** The marks of a message here. */
        public Set<Keyword> marksOf(Uid uid) {
            return stored(uid).marks();
        }

        /** The UIDs of all messages here. */
        public List<Uid> uids() {
            return List.copyOf(messages.keySet());
        }

        /** The subjects of all messages here. */
        public List<String> subjects() {
            return messages.values().stream().map(it -> it.email().headers().subject().value()).toList();
        }

        private Stored stored(Uid uid) {
            var stored = messages.get(uid);
            if (stored == null) throw new IllegalArgumentException("No such message");
            return stored;
        }

        private void put(Uid uid, Stored stored) {
            messages.put(uid, stored);
            changedAt.put(uid, ++modSeq);
        }

        private boolean drop(Uid uid) {
            if (messages.remove(uid) == null) return false;
            vanishedAt.put(uid, ++modSeq);
            return true;
        }

        /** Removes a message. */
        public void remove(Uid uid) {
            drop(uid);
        }

        /** Moves a message to another folder. */
        public Uid move(Uid uid, Folder target) {
            var moved = stored(uid);
            drop(uid);
            var there = target.deliver(moved.email());
            target.put(there, moved);
            return there;
        }

        /** Voids every UID: the same messages stand under a new validity and other UIDs. */
        public void renumber() {
            var before = List.copyOf(messages.values());
            messages.clear();
            changedAt.clear();
            vanishedAt.clear();
            validity++;
            lastUid = 1_000 * validity;
            before.forEach(it -> put(new Uid(++lastUid), it));
        }

        /** Lets something happen here that the server does not mention to whoever asks what happened since. */
        public void secretly(Runnable happens) {
            long before = modSeq;
            var changedBefore = Map.copyOf(changedAt);
            happens.run();
            modSeq = before;
            changedAt.replaceAll((uid, at) -> changedBefore.getOrDefault(uid, before));
            vanishedAt.values().removeIf(at -> at > before);
        }

        /** Has a message that cannot be delivered. */
        public void cannotDeliver(Uid uid) {
            unfetchable.add(uid);
        }

        /** Delivers everything again. */
        public void canDeliverAll() {
            unfetchable.clear();
        }

        /** Cannot be opened from now on: the connection breaks there. */
        public void breaks() {
            broken = true;
        }

        /** Is listed and cannot be opened from now on; the connection stays. */
        public void refuses() {
            refused = true;
        }

        /** Can be opened again. */
        public void isMended() {
            broken = false;
            refused = false;
        }
    }

    /** A folder, made when there is none of that path. */
    public Folder folder(String path, MailboxRole role) {
        return folders.computeIfAbsent(path, it -> new Folder(new RemoteMailbox(path, '/', role, true)));
    }

    /** The inbox. */
    public Folder inbox() {
        return folder("INBOX", MailboxRole.INBOX);
    }

    /** Removes a folder. */
    public void dropFolder(String path) {
        folders.remove(path);
    }

    /** Calls a folder something else; its messages stay under their UIDs. */
    public void rename(String path, String other) {
        var before = folders.remove(path);
        if (before == null) throw new IllegalArgumentException("No such folder");
        var after = folder(other, before.listed.role());
        after.messages.putAll(before.messages);
        after.changedAt.putAll(before.changedAt);
        after.vanishedAt.putAll(before.vanishedAt);
        after.lastUid = before.lastUid;
        after.validity = before.validity;
        after.modSeq = before.modSeq;
    }

    /** Keeps the name of a folder, which holds no messages any more. */
    public void makeUnselectable(String path) {
        folders.computeIfPresent(path, (key, it) -> new Folder(
                new RemoteMailbox(path, '/', it.listed.role(), false)));
    }

    /** Refuses the next attempt to sign in, for this reason; several wait for their turn. */
    public void refuseNext(ConnectionProblem problem) {
        problems.add(problem);
    }

    /** Goes away once, in place of the message after {@code messages} more. */
    public void cutAfter(int messages) {
        cutAfter = messages;
    }

    /** Lets something happen just before the {@code nth} message from now is handed out, counted from 1. */
    public void before(int nth, Runnable happens) {
        beforeFetches.put(fetched.size() + nth, happens);
    }

    /** Lets something happen in the middle of the {@code nth} message from now, counted from 1. */
    public void during(int nth, Runnable happens) {
        duringFetches.put(fetched.size() + nth, happens);
    }

    /** Lets something happen while the next watch begins, before whoever asked for it has it. */
    public void whileWatchBegins(Runnable happens) {
        whileBeginningToWatch.add(happens);
    }

    /** Keeps no mod-sequences from now on. */
    public void keepsNoModSeqs() {
        keepsModSeqs = false;
    }

    /** Has names for messages that outlast a move. */
    public void tellsIds() {
        tellsIds = true;
    }

    /** Does not say where moved messages are. */
    public void tellsNoNewPlaces() {
        tellsNewPlaces = false;
    }

    /** Refuses all changes of a kind from now on. */
    public void refuses(Class<? extends RemoteChange> kind, RemoteChange.Refusal why) {
        refusals.put(kind.getSimpleName(), why);
    }

    /** Lets something happen right after the next change was carried out, before whoever asked for it hears of it. */
    public void afterNextChange(Runnable happens) {
        afterNextChange = happens;
    }

    /** Every change that was asked for so far, in that order. */
    public List<RemoteChange> carriedOut() {
        return List.copyOf(carriedOut);
    }

    /** How often a whole folder was told. */
    public int toldWhole() {
        return whole;
    }

    /** Every message that was handed out so far, in that order. */
    public List<Uid> fetched() {
        return List.copyOf(fetched);
    }

    /** Ends every open session from the server's side; whoever uses one hears of it. */
    public void endSessions() {
        generation++;
    }

    /** How many sessions were opened so far. */
    public int opened() {
        return opened;
    }

    /** How many sessions are open now. */
    public int open() {
        return open;
    }

    /** How many watches stand. */
    public int watches() {
        return watches.size();
    }

    /** Tells every watch that something changed. */
    public void tellWatches() {
        watches.forEach(it -> it.listener.changed());
    }

    /** Ends every watch from the server's side. */
    public void endWatches(ConnectionProblem why) {
        var ended = List.copyOf(watches);
        watches.clear();
        ended.forEach(it -> it.listener.ended(new MailProviderException(why)));
    }

    /** Who is told by the watches, as the server sees them, also of those that are closed by now. */
    public WatchListener listenerOf(int watch) {
        return everyListener.get(watch);
    }

    @Override
    public void verify(ServerEndpoint incoming, SignIn signIn) {
        signIn();
    }

    @Override
    public Session open(ServerEndpoint incoming, SignIn signIn) {
        signIn();
        opened++;
        open++;
        return new ScriptedSession();
    }

    @Override
    public Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener) {
        signIn();
        var watch = new StandingWatch(listener);
        watches.add(watch);
        everyListener.add(listener);
        if (!whileBeginningToWatch.isEmpty()) whileBeginningToWatch.removeFirst().run();
        return watch;
    }

    private void signIn() {
        mustBeOutside();
        if (!problems.isEmpty()) throw new MailProviderException(problems.removeFirst());
    }

    private static RemoteIds idsOf(Stored stored) {
        return new RemoteIds("m" + Integer.toHexString(Arrays.hashCode(stored.email().source())), "");
    }

    private void mustBeOutside() {
        if (inTransaction.getAsBoolean()) throw new IllegalStateException("A mail server asked within a transaction");
    }

    private final class StandingWatch implements Watch {
        private final WatchListener listener;

        StandingWatch(WatchListener listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    /** Something happens before its last byte. */
    private static final class SlowStream extends FilterInputStream {
        private final Runnable happens;
        private boolean happened;

        SlowStream(InputStream source, Runnable happens) {
            super(source);
            this.happens = happens;
        }

        @Override
        public int read() throws IOException {
            pause();
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            pause();
            return super.read(into, offset, Math.min(length, 64));
        }

        private void pause() throws IOException {
            if (happened || available() > 64) return;
            happened = true;
            happens.run();
        }
    }

    private final class ScriptedSession implements Session {
        private final int born = generation;

        @Override
        public List<RemoteMailbox> mailboxes() {
            mustBeOutside();
            if (born != generation) throw lost();
            return folders.values().stream().map(it -> it.listed).toList();
        }

        @Override
        public Map<String, SyncPoint> points() {
            var points = new HashMap<String, SyncPoint>();
            if (keepsModSeqs)
                folders.forEach((path, it) -> {
                    if (!it.broken && !it.refused && it.listed.selectable()) points.put(path, point(it));
                });
            return points;
        }

        @Override
        public MailboxNews.Whole whole(String path) {
            var folder = folder(path);
            whole++;
            var messages = new HashMap<Uid, Set<Keyword>>();
            folder.messages.forEach((uid, stored) -> messages.put(uid, stored.marks()));
            return new MailboxNews.Whole(point(folder), messages);
        }

        @Override
        public MailboxNews since(String path, SyncPoint from) {
            var folder = folder(path);
            if (!keepsModSeqs || from.modSeq() == 0 || from.validity().value() != folder.validity) return whole(path);
            var present = new HashMap<Uid, Set<Keyword>>();
            folder.messages.forEach((uid, stored) -> {
                if (folder.changedAt.getOrDefault(uid, 0L) > from.modSeq()) present.put(uid, stored.marks());
            });
            var vanished = new HashSet<Uid>();
            folder.vanishedAt.forEach((uid, at) -> {
                if (at > from.modSeq()) vanished.add(uid);
            });
            return new MailboxNews.Since(point(folder), present, vanished);
        }

        @Override
        public Newest newest(String path, int atMost) {
            var folder = folder(path);
            var uids = folder.messages.keySet().stream().sorted(Comparator.reverseOrder()).limit(atMost).toList();
            return new Newest(new UidValidity(folder.validity), uids);
        }

        @Override
        public Map<Uid, RemoteIds> ids(String path, UidValidity validity, Collection<Uid> uids) {
            var folder = folder(path);
            var ids = new HashMap<Uid, RemoteIds>();
            if (tellsIds)
                for (var uid : uids) {
                    var stored = folder.messages.get(uid);
                    if (stored != null) ids.put(uid, idsOf(stored));
                }
            return ids;
        }

        private SyncPoint point(Folder folder) {
            return new SyncPoint(new UidValidity(folder.validity), folder.lastUid + 1, folder.messages.size(),
                    keepsModSeqs ? folder.modSeq : 0);
        }

        @Override
        public RemoteChange.Outcome carryOut(RemoteChange change) {
            mustBeOutside();
            carriedOut.add(change);
            var outcome = outcome(change);
            var next = afterNextChange;
            afterNextChange = () -> {};
            next.run();
            return outcome;
        }

        private RemoteChange.Outcome outcome(RemoteChange change) {
            var refusal = refusals.get(change.getClass().getSimpleName());
            if (refusal != null) return new RemoteChange.Outcome.Refused(refusal);
            return switch (change) {
                case RemoteChange.Mark mark -> in(mark.path(), mark.validity(), folder -> {
                    for (var uid : mark.uids()) {
                        var before = folder.messages.get(uid);
                        if (before == null || before.marks().contains(mark.keyword()) == mark.present()) continue;
                        var marks = new HashSet<>(before.marks());
                        if (mark.present()) marks.add(mark.keyword());
                        else marks.remove(mark.keyword());
                        folder.put(uid, new Stored(before.email(), marks));
                    }
                    return RemoteChange.Outcome.Done.SILENTLY;
                });
                case RemoteChange.Move move -> in(move.path(), move.validity(), folder -> {
                    var target = folders.get(move.target());
                    if (target == null)
                        return new RemoteChange.Outcome.Refused(RemoteChange.Refusal.NO_SUCH_MAILBOX);
                    var moved = new HashMap<Uid, RemoteChange.Place>();
                    for (var uid : move.uids().stream().sorted().toList())
                        if (folder.messages.containsKey(uid))
                            moved.put(uid, new RemoteChange.Place(
                                    new UidValidity(target.validity), folder.move(uid, target)));
                    return new RemoteChange.Outcome.Done(tellsNewPlaces ? moved : Map.of());
                });
                case RemoteChange.Expunge expunge -> in(expunge.path(), expunge.validity(), folder -> {
                    expunge.uids().forEach(folder::drop);
                    return RemoteChange.Outcome.Done.SILENTLY;
                });
                case RemoteChange.Create create -> {
                    ScriptedMailServer.this.folder(create.path(), MailboxRole.NONE);
                    yield RemoteChange.Outcome.Done.SILENTLY;
                }
                case RemoteChange.Rename rename -> {
                    // with its target there, it has been done before
                    if (!folders.containsKey(rename.path()))
                        yield folders.containsKey(rename.target())
                                ? RemoteChange.Outcome.Done.SILENTLY
                                : new RemoteChange.Outcome.Refused(RemoteChange.Refusal.NO_SUCH_MAILBOX);
                    if (folders.containsKey(rename.target()))
                        yield new RemoteChange.Outcome.Refused(RemoteChange.Refusal.ALREADY_EXISTS);
                    rename(rename.path(), rename.target());
                    yield RemoteChange.Outcome.Done.SILENTLY;
                }
                case RemoteChange.Drop drop -> {
                    dropFolder(drop.path());
                    yield RemoteChange.Outcome.Done.SILENTLY;
                }
            };
        }

        private RemoteChange.Outcome in(
                String path, UidValidity validity, Function<Folder, RemoteChange.Outcome> work) {
            var folder = folders.get(path);
            if (folder == null) return new RemoteChange.Outcome.Refused(RemoteChange.Refusal.NO_SUCH_MAILBOX);
            if (folder.validity != validity.value()) return new RemoteChange.Outcome.Renumbered();
            return work.apply(folder);
        }

        @Override
        public Set<Uid> fetch(String path, UidValidity validity, List<Uid> uids, FetchSink sink) throws IOException {
            var folder = folder(path);
            var failed = new HashSet<Uid>();
            for (var uid : uids) {
                var happens = beforeFetches.remove(fetched.size() + 1);
                if (happens != null) happens.run();
                if (folder.validity != validity.value()) throw lost();
                if (cutAfter == 0) {
                    cutAfter = Integer.MAX_VALUE;
                    throw lost();
                }
                var stored = folder.messages.get(uid);
                if (stored == null) continue;
                if (folder.unfetchable.contains(uid)) {
                    failed.add(uid);
                    continue;
                }
                if (cutAfter != Integer.MAX_VALUE) cutAfter--;
                fetched.add(uid);
                try (var source = source(stored.email())) {
                    sink.take(new Arrival(uid, stored.marks(), stored.email().receivedAt(),
                            tellsIds ? idsOf(stored) : RemoteIds.NONE), source);
                }
            }
            return failed;
        }

        private InputStream source(EmailBuilder email) {
            var bytes = new ByteArrayInputStream(email.source());
            var happens = duringFetches.remove(fetched.size());
            return happens == null ? bytes : new SlowStream(bytes, happens);
        }

        private Folder folder(String path) {
            mustBeOutside();
            var folder = folders.get(path);
            if (folder != null && folder.refused) throw new MailboxRefusedException();
            if (folder == null || folder.broken || !folder.listed.selectable()) throw lost();
            return folder;
        }

        private MailProviderException lost() {
            return new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }

        @Override
        public void close() {
            open--;
        }
    }
}
