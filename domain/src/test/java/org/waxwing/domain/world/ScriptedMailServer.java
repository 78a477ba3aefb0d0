package org.waxwing.domain.world;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.RemoteMailbox;
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
    private int cutAfter = Integer.MAX_VALUE;
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
        private final Map<Uid, Stored> messages = new TreeMap<>();
        private final Set<Uid> unfetchable = new HashSet<>();
        private boolean broken;
        private boolean refused;

        private Folder(RemoteMailbox listed) {
            this.listed = listed;
        }

        /** Puts a message here, with its marks, under the next UID. */
        public Uid deliver(EmailBuilder email) {
            var uid = new Uid(++lastUid);
            messages.put(uid, new Stored(email, email.marks()));
            return uid;
        }

        /** Gives a message other marks. */
        public void mark(Uid uid, Keyword... marks) {
            messages.computeIfPresent(uid, (key, it) -> new Stored(it.email(), Set.of(marks)));
        }

        /** Removes a message. */
        public void remove(Uid uid) {
            messages.remove(uid);
        }

        /** Moves a message to another folder. */
        public Uid move(Uid uid, Folder target) {
            var moved = messages.remove(uid);
            if (moved == null) throw new IllegalArgumentException("Nothing to move");
            return target.deliver(moved.email());
        }

        /** Voids every UID: the same messages stand under a new validity and other UIDs. */
        public void renumber() {
            var before = List.copyOf(messages.values());
            messages.clear();
            validity++;
            lastUid = 1_000 * validity;
            before.forEach(it -> messages.put(new Uid(++lastUid), it));
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
        after.lastUid = before.lastUid;
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

    /** Every message that was handed out so far, in that order. */
    public List<Uid> fetched() {
        return List.copyOf(fetched);
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
        @Override
        public List<RemoteMailbox> mailboxes() {
            mustBeOutside();
            return folders.values().stream().map(it -> it.listed).toList();
        }

        @Override
        public MailboxSnapshot snapshot(String path) {
            var folder = folder(path);
            var messages = new HashMap<Uid, Set<Keyword>>();
            folder.messages.forEach((uid, stored) -> messages.put(uid, stored.marks()));
            return new MailboxSnapshot(new UidValidity(folder.validity), messages);
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
                    sink.take(uid, stored.marks(), stored.email().receivedAt(), source);
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
