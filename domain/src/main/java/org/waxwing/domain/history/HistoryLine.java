package org.waxwing.domain.history;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Reason;

/**
 * One thing that was done to a message.
 *
 * @param engine what did it
 * @param reference the version of the classifier, the id of the lesson or rule, or {@link #WHOLE_LIST}; may be empty
 * @param deed what it did, in one word as the API spells it
 * @param detail to what or where; may be empty
 * @param reasons the weightiest first; may be empty
 * @param action by which it can be undone; none or one
 */
public record HistoryLine(
        EmailId email,
        Instant at,
        Engine engine,
        String reference,
        String deed,
        String detail,
        List<Reason> reasons,
        List<ActionId> action) {
    /** Of what its owner did to everything in a list without looking at each. */
    public static final String WHOLE_LIST = "list";

    /** What can change where mail stands. */
    public enum Engine {
        /** The rules of the house. */
        CLASSIFIER,
        /** What the owner has taught. */
        LESSON,
        /** A rule of the owner's or of their organisation. */
        RULE,
        /** A model that was asked. */
        MODEL,
        /** A decision about the sender, or that there is none. */
        SCREENER,
        /** The owner. */
        PERSON
    }

    public HistoryLine {
        reasons = List.copyOf(reasons);
        action = List.copyOf(action);
    }
}
