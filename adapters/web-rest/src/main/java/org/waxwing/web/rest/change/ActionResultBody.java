package org.waxwing.web.rest.change;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.change.ChangeMail;

/**
 * What became of an action.
 *
 * @param actionId names it for undoing
 * @param changed messages that are different now; of what concerns Waxwing alone, conversations
 * @param conversations how many it was done to
 * @param undoUntil until when it can be undone; now when it cannot
 */
@Schema(name = "ActionResult")
public record ActionResultBody(String actionId, long changed, long conversations, Instant undoUntil) {
    static ActionResultBody of(ChangeMail.Result.Changed done) {
        return new ActionResultBody(done.action().toString(), done.changed(), done.conversations(), done.undoUntil());
    }
}
