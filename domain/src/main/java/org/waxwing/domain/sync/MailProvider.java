package org.waxwing.domain.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;

/**
 * Mail as its provider keeps it. Reaches for the network: never inside a transaction. Every method throws
 * {@link MailProviderException} when the server cannot be used, and none waits forever.
 */
public interface MailProvider {
    /** Signs in and out again, to learn whether these settings work. */
    void verify(ServerEndpoint incoming, SignIn signIn);

    /** Signs in and stays connected until the session is closed. A session belongs to one thread. */
    Session open(ServerEndpoint incoming, SignIn signIn);

    /**
     * Watches the inbox from now on, by IDLE (RFC 2177) where there is any, else by looking every so often; and every
     * other folder too where the server offers NOTIFY (RFC 5465). Returns when the watch stands; calls back from a small
     * number of threads, however many watches there are.
     */
    Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener);

    /** A connection, signed in. */
    interface Session extends AutoCloseable {
        /** All folders, in the server's order. */
        List<RemoteMailbox> mailboxes();

        /**
         * Where the folders that {@link #mailboxes} found last stand, by path. Those are left out of which the server
         * tells that only when they are opened.
         */
        Map<String, SyncPoint> points();

        /**
         * All messages of the folder now, in bounded memory a message.
         *
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        MailboxNews.Whole whole(String path);

        /**
         * What happened in the folder since it stood at {@code point}; all that there is when its server cannot tell
         * (no CONDSTORE, RFC 7162), does not remember, or numbered the folder anew.
         *
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        MailboxNews since(String path, SyncPoint point);

        /**
         * The messages that came last, at most {@code atMost}, newest first: what a first screen needs, without asking
         * for the rest.
         *
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        Newest newest(String path, int atMost);

        /**
         * What the server calls these messages, as far as it has names that outlast a move; empty when it has none.
         *
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        Map<Uid, RemoteIds> ids(String path, UidValidity validity, Collection<Uid> uids);

        /**
         * Fetches messages one after the other into {@code sink}, in any order. A message that has vanished meanwhile is
         * left out silently.
         *
         * @return the messages that the server could not deliver, though it has them
         * @throws IOException what the sink threw
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        Set<Uid> fetch(String path, UidValidity validity, List<Uid> uids, FetchSink sink) throws IOException;

        /** Does something at the server. */
        RemoteChange.Outcome carryOut(RemoteChange change);

        @Override
        void close();
    }

    /** Takes fetched messages. */
    @FunctionalInterface
    interface FetchSink {
        /**
         * One message; its source must be read before this returns.
         *
         * @throws IOException it could not be kept
         */
        void take(Arrival arrival, InputStream source) throws IOException;
    }

    /**
     * The latest messages of a folder.
     *
     * @param uids newest first
     */
    record Newest(UidValidity validity, List<Uid> uids) {
        public Newest {
            uids = List.copyOf(uids);
        }
    }

    /** Is told about a watched account. */
    interface WatchListener {
        /** Something came, went or changed. May be told once for several changes. */
        void changed();

        /** The watch has ended by itself: the server cannot be used any more. Told at most once. */
        void ended(MailProviderException why);
    }

    /** A standing watch. */
    interface Watch extends AutoCloseable {
        /** Ends the watch; its listener is not told. */
        @Override
        void close();
    }
}
