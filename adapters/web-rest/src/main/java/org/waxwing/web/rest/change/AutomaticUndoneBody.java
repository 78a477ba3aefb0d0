package org.waxwing.web.rest.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.change.UndoAutomatic;

/**
 * What was taken back.
 *
 * @param actions how many actions, or parts of such
 * @param changed messages that are different now, counted each time
 */
@Schema(name = "AutomaticUndone")
public record AutomaticUndoneBody(long actions, long changed) {
    static AutomaticUndoneBody of(UndoAutomatic.Undone it) {
        return new AutomaticUndoneBody(it.actions(), it.changed());
    }
}
