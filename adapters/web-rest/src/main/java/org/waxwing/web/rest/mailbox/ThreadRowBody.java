package org.waxwing.web.rest.mailbox;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.ThreadRow;

/**
 * A conversation in a list.
 *
 * @param participants who wrote in it, latest first, at most six; of drafts and sent mail, whom it goes to
 * @param unread whether anything in it is unread
 * @param labels of the owner's on any of its messages
 */
@Schema(name = "ThreadRow")
public record ThreadRowBody(
        String id,
        String accountId,
        String subject,
        String preview,
        List<AddressBody> participants,
        int messageCount,
        boolean unread,
        int unreadCount,
        boolean starred,
        boolean hasAttachments,
        List<String> labels,
        Instant lastMessageAt) {
    static ThreadRowBody of(ThreadRow row) {
        return new ThreadRowBody(
                row.id().toString(),
                row.account().toString(),
                row.subject().value(),
                row.preview().value(),
                AddressBody.of(row.participants()),
                row.messageCount(),
                row.unreadCount() > 0,
                row.unreadCount(),
                row.starred(),
                row.hasAttachments(),
                row.labels().stream().map(Keyword::name).toList(),
                row.lastMessageAt());
    }
}
