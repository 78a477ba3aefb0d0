package org.waxwing.domain.sync;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;

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
     * Watches the inbox from now on, by IDLE (RFC 2177) where there is any, else by looking every so often. Returns
     * when the watch stands; calls back from threads of its own.
     */
    Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener);

    /** A connection, signed in. */
    interface Session extends AutoCloseable {
        /** All folders, in the server's order. */
        List<RemoteMailbox> mailboxes();

        /**
         * All messages of the folder now.
         *
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        MailboxSnapshot snapshot(String path);

        /**
         * Fetches messages one after the other into {@code sink}, in the order asked for as far as the server keeps it.
         * A message that has vanished meanwhile is left out silently.
         *
         * @return the messages that the server could not deliver, though it has them
         * @throws IOException what the sink threw
         * @throws MailboxRefusedException this folder cannot be opened; others can
         */
        Set<Uid> fetch(String path, UidValidity validity, List<Uid> uids, FetchSink sink) throws IOException;

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
        void take(Uid uid, Set<Keyword> keywords, Instant receivedAt, InputStream source) throws IOException;
    }

    /** Is told about a watched inbox. */
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
