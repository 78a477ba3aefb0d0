package org.waxwing.web.rest.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.mailbox.CountThreads;

/**
 * How long a list is.
 *
 * @param total conversations in it
 * @param unread those of them with something unread
 */
@Schema(name = "ListCount")
public record ListCountBody(long total, long unread) {
    static ListCountBody of(CountThreads.Counts counts) {
        return new ListCountBody(counts.total(), counts.unread());
    }
}
