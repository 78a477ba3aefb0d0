package org.waxwing.web.rest.change;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.change.ActionLog;

/**
 * Something that was done.
 *
 * @param op what, as it was asked for
 * @param detail the label, the name of the folder, or until when; may be empty
 * @param conversations how many it was done to
 * @param subject of the conversation, when it was one that is still there; may be empty
 * @param undoUntil until when it can be undone; as {@code at} when it never could
 * @param undone whether it was
 */
@Schema(name = "Done")
public record DoneBody(
        String actionId,
        String op,
        String detail,
        long conversations,
        String subject,
        Instant at,
        Instant undoUntil,
        boolean undone) {
    static DoneBody of(ActionLog.Logged it) {
        return new DoneBody(
                it.id().toString(), it.title(), it.detail(), it.conversations(), it.subject().value(), it.at(),
                it.undoUntil(), it.undone());
    }
}
