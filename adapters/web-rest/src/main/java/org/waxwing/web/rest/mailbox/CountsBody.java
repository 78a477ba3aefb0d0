package org.waxwing.web.rest.mailbox;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;

/**
 * How many conversations have something unread, in the views that count them.
 *
 * @param screener everything that waits there, looked at or not
 * @param later what lies on that pile
 * @param setAside what lies on that pile
 * @param snoozed what is out of sight for a while
 */
@Schema(name = "Counts")
public record CountsBody(
        Count imbox, Count feed, Count paperTrail, Count screener, Count drafts, Count spam, Whole later,
        Whole setAside, Whole snoozed) {
    /** The count of one view. */
    @Schema(name = "Count")
    public record Count(long unread) {}

    /** The counts of a view that is counted as a whole, too. */
    @Schema(name = "WholeCount")
    public record Whole(long total, long unread) {}

    static CountsBody of(ListMailboxes.Overview overview) {
        var unread = overview.unread();
        return new CountsBody(
                of(unread, MailView.IMBOX), of(unread, MailView.FEED), of(unread, MailView.PAPER_TRAIL),
                of(unread, MailView.SCREENER), of(unread, MailView.DRAFTS), of(unread, MailView.SPAM),
                whole(overview, MailView.LATER), whole(overview, MailView.SET_ASIDE),
                whole(overview, MailView.SNOOZED));
    }

    private static Whole whole(ListMailboxes.Overview overview, MailView view) {
        var counted = overview.putAway().getOrDefault(view, MailReader.PutAway.NOTHING);
        return new Whole(counted.total(), counted.unread());
    }

    private static Count of(Map<MailView, Long> unread, MailView view) {
        return new Count(unread.getOrDefault(view, 0L));
    }
}
