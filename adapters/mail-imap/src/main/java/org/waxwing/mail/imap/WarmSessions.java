package org.waxwing.mail.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * Keeps a session that was closed for a little while, signed in, for whoever opens the same again: mail comes in bursts,
 * and to sign in takes longer than to fetch a message. One of a kind at most; a session in which anything went wrong is
 * not kept, and one that the server has ended meanwhile is replaced. Thread-safe.
 */
public final class WarmSessions implements MailProvider, AutoCloseable {
    private final MailProvider provider;
    private final Duration kept;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Warm> warm = new HashMap<>();
    private boolean closed;

    /** @param kept how long an unused session stays signed in; well below what servers allow */
    public WarmSessions(MailProvider provider, Duration kept) {
        this.provider = provider;
        this.kept = kept;
    }

    private record Key(ServerEndpoint incoming, SignIn signIn) {}

    private record Warm(Session session, Thread cooling) {}

    @Override
    public void verify(ServerEndpoint incoming, SignIn signIn) {
        // a sign-in that is to be proven has to be made
        provider.verify(incoming, signIn);
    }

    @Override
    public Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener) {
        return provider.watch(incoming, signIn, listener);
    }

    @Override
    public Session open(ServerEndpoint incoming, SignIn signIn) {
        var key = new Key(incoming, signIn);
        var found = take(key);
        if (found != null) {
            try {
                // also the first thing that every pass asks for
                return new Used(key, found, found.mailboxes());
            } catch (MailProviderException e) {
                closeQuietly(found);
            }
        }
        return new Used(key, provider.open(incoming, signIn), List.of());
    }

    private @Nullable Session take(Key key) {
        lock.lock();
        try {
            var it = warm.remove(key);
            if (it == null) return null;
            it.cooling().interrupt();
            return it.session();
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(Key key, Session session) {
        lock.lock();
        try {
            if (!closed && !warm.containsKey(key)) {
                warm.put(key,
                        new Warm(session, Thread.ofVirtual().name("imap-cooling").start(() -> cool(key, session))));
                return;
            }
        } finally {
            lock.unlock();
        }
        closeQuietly(session);
    }

    private void cool(Key key, Session session) {
        try {
            Thread.sleep(kept);
        } catch (InterruptedException e) {
            // taken in time, or closed by whoever ends all
            Thread.currentThread().interrupt();
            return;
        }
        boolean cold;
        lock.lock();
        try {
            var it = warm.get(key);
            cold = it != null && it.session().equals(session);
            if (cold) warm.remove(key);
        } finally {
            lock.unlock();
        }
        if (cold) closeQuietly(session);
    }

    /** Signs out of everything; sessions that are in use end when they are closed. */
    @Override
    public void close() {
        List<Warm> all;
        lock.lock();
        try {
            closed = true;
            all = new ArrayList<>(warm.values());
            warm.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(it -> {
            it.cooling().interrupt();
            closeQuietly(it.session());
        });
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (RuntimeException e) {
            System.getLogger(WarmSessions.class.getName()).log(System.Logger.Level.TRACE, "A session closed badly");
        }
    }

    /** A session of somebody's, kept when they close it unless something went wrong in it. Belongs to one thread. */
    private final class Used implements Session {
        private final Key key;
        private final Session session;
        // what was listed to find out whether the session still lives; told once
        private List<RemoteMailbox> listed;
        private boolean sound = true;

        Used(Key key, Session session, List<RemoteMailbox> listed) {
            this.key = key;
            this.session = session;
            this.listed = listed;
        }

        private <T> T sound(Supplier<T> work) {
            sound = false;
            var result = work.get();
            sound = true;
            return result;
        }

        @Override
        public List<RemoteMailbox> mailboxes() {
            var fresh = listed;
            listed = List.of();
            return fresh.isEmpty() ? sound(session::mailboxes) : fresh;
        }

        @Override
        public Map<String, SyncPoint> points() {
            return sound(session::points);
        }

        @Override
        public MailboxNews.Whole whole(String path) {
            return sound(() -> session.whole(path));
        }

        @Override
        public MailboxNews since(String path, SyncPoint point) {
            return sound(() -> session.since(path, point));
        }

        @Override
        public Newest newest(String path, int atMost) {
            return sound(() -> session.newest(path, atMost));
        }

        @Override
        public Map<Uid, RemoteIds> ids(String path, UidValidity validity, Collection<Uid> uids) {
            return sound(() -> session.ids(path, validity, uids));
        }

        @Override
        public Set<Uid> fetch(String path, UidValidity validity, List<Uid> uids, FetchSink sink) throws IOException {
            sound = false;
            var undelivered = session.fetch(path, validity, uids, sink);
            sound = true;
            return undelivered;
        }

        @Override
        public RemoteChange.Outcome carryOut(RemoteChange change) {
            // what was listed before may not be there after it
            listed = List.of();
            return sound(() -> session.carryOut(change));
        }

        @Override
        public void close() {
            if (sound) giveBack(key, session);
            else closeQuietly(session);
        }
    }
}
