package org.waxwing.web.rest.mailbox;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.reading.MailView;

/** How many conversations have something unread, in the views that count them. */
@Schema(name = "Counts")
public record CountsBody(Count imbox, Count drafts, Count spam) {
    /** The count of one view. */
    @Schema(name = "Count")
    public record Count(long unread) {}

    static CountsBody of(Map<MailView, Long> unread) {
        return new CountsBody(
                of(unread, MailView.IMBOX), of(unread, MailView.DRAFTS), of(unread, MailView.SPAM));
    }

    private static Count of(Map<MailView, Long> unread, MailView view) {
        return new Count(unread.getOrDefault(view, 0L));
    }
}
