package org.waxwing.domain.sending;

import java.util.List;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.RawMessage;

/**
 * Hands messages to submission servers (RFC 6409, RFC 5321). Reaches for the network, for some minutes at most; never
 * inside a transaction. Thread-safe.
 */
public interface MailSubmission {
    /** Asked once, when the server has everything but the last word. */
    @FunctionalInterface
    interface LastWord {
        /** Whether to say it. After that the server may have taken the message, whatever becomes of the connection. */
        boolean maySay();
    }

    /** What became of it. */
    sealed interface Outcome {
        /**
         * The server has taken it.
         *
         * @param without those of several recipients that it does not take it for
         */
        record Accepted(List<EmailAddress> without) implements Outcome {
            public Accepted {
                without = List.copyOf(without);
            }
        }

        /** The server does not take it, now or ever. */
        record Refused(Trouble why) implements Outcome {}

        /** The server has not taken it, and may do so later. */
        record Later(Trouble why) implements Outcome {}

        /** The last word was said and no answer came: it may have been taken. */
        record Uncertain() implements Outcome {}

        /** The last word was not to be said: it was not taken. */
        record Withheld() implements Outcome {}
    }

    /**
     * Submits a message.
     *
     * @throws org.waxwing.domain.sync.MailProviderException the server cannot be used, and knows nothing of the message
     * @throws java.io.UncheckedIOException the message could not be read; the server has not taken it
     */
    Outcome submit(ServerEndpoint server, SignIn signIn, Envelope envelope, RawMessage message, LastWord lastWord);
}
