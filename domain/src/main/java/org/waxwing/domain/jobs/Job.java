package org.waxwing.domain.jobs;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.mailbox.EmailId;

/**
 * Work on the mail of one account, message by message in the order of their ids.
 *
 * @param reference what is worked by, as the task understands it; may be empty
 * @param last the last message that was dealt with; none at the beginning
 * @param done messages that were looked at
 * @param total messages that there were when it began
 * @param changed messages that stand elsewhere now, or are otherwise different
 * @param action by which all of it can be undone
 */
public record Job(
        JobId id,
        AccountId account,
        Task task,
        String reference,
        State state,
        List<EmailId> last,
        long done,
        long total,
        long changed,
        ActionId action,
        Instant startedAt) {
    /** What is done. */
    public enum Task {
        /** Mail is sorted again. */
        SORT,
        /** Rules are run on mail that is there. */
        RULES
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** Its owner wanted no more of it; what it did stays, and can be undone. */
        CANCELLED,
        /** It did not get further for most of a day, however often it was begun again; what it did stays. */
        FAILED
    }

    public Job {
        last = List.copyOf(last);
    }

    /** The same, after one more piece. */
    public Job after(List<EmailId> piece, long changes) {
        return new Job(
                id, account, task, reference, state, piece.isEmpty() ? last : List.of(piece.getLast()),
                done + piece.size(), Math.max(total, done + piece.size()), changed + changes, action, startedAt);
    }

    /** The same, ended. */
    public Job ended(State how) {
        return new Job(id, account, task, reference, how, last, done, total, changed, action, startedAt);
    }
}
