package org.waxwing.application.change;

import java.time.Instant;
import java.util.Set;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;

/** Does something to messages: at once here, and at their servers as soon as these can be reached. */
public class ChangeMail {
    /**
     * What to do to which messages.
     *
     * @param threads conversations
     * @param emails single messages, beside the conversations
     */
    public record Command(Deed deed, Set<ThreadId> threads, Set<EmailId> emails) {
        public Command {
            threads = Set.copyOf(threads);
            emails = Set.copyOf(emails);
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /**
         * Done here, and on its way to the servers.
         *
         * @param changed messages that are different now; may be none
         * @param undoUntil until when it can be undone; now when it cannot
         */
        record Changed(ActionId action, long changed, Instant undoUntil) implements Result {}

        /** There is no such folder, or it is of another account than some of the messages. */
        record NoSuchMailbox() implements Result {}

        /** None of these conversations and messages is there. */
        record NothingThere() implements Result {}
    }

    /** Does what {@code command} says to the mail of {@code owner}. */
    public Result change(PersonId owner, Command command) {
        throw new IllegalStateException();
    }
}
