package org.waxwing.application.change;

import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.identity.PersonId;

/** Takes back what a person did to messages, here and at their servers. */
public class UndoAction {
    /** What became of it. */
    public sealed interface Result {
        /** Taken back, as far as the messages are still where it had put them. */
        record Undone(long changed) implements Result {}

        /** It is too late, or was taken back before. */
        record TooLate() implements Result {}

        /** This person did no such thing. */
        record NoSuchAction() implements Result {}
    }

    /** Takes back {@code action}. */
    public Result undo(PersonId owner, ActionId action) {
        throw new IllegalStateException();
    }
}
