package org.waxwing.application.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;

/** Does something to messages: at once here, and at their servers as soon as these can be reached. */
public class ChangeMail {
    // long enough to notice a mistake after the weekend
    private static final Duration UNDOABLE = Duration.ofDays(3);

    private final Transactions transactions;
    private final ChangeScope scope;
    private final FolderChoice folders;
    private final Deeds deeds;
    private final ActionLog log;
    private final Ids ids;
    private final Clock clock;

    public ChangeMail(
            Transactions transactions,
            ChangeScope scope,
            FolderChoice folders,
            Deeds deeds,
            ActionLog log,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.folders = folders;
        this.deeds = deeds;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

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
        return transactions.call(Actor.of(owner), () -> {
            var found = scope.find(command.threads(), command.emails());
            if (found.isEmpty()) return new Result.NothingThere();
            if (command.deed() instanceof Deed.Move(var target) && !folders.isOfAll(target, found))
                return new Result.NoSuchMailbox();
            var entries = new ArrayList<ActionLog.Entry>();
            var changed = deeds.apply(owner, command, found, entries);
            var now = clock.instant();
            var until = entries.isEmpty() ? now : now.plus(UNDOABLE);
            var action = new ActionId(ids.next());
            if (!entries.isEmpty()) log.record(action, owner, entries, now, until);
            return new Result.Changed(action, changed, until);
        });
    }
}
