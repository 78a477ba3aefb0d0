package org.waxwing.web.rest.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standing.Place;

/**
 * A conversation in a list.
 *
 * @param participants who wrote in it, latest first, at most six; of drafts and sent mail, whom it goes to
 * @param unread whether anything in it is unread
 * @param labels of the owner's on any of its messages
 * @param place where it waits: {@code snoozed}, {@code later}, {@code set_aside}, or null
 * @param snoozedUntil when it comes back; null when it is not snoozed
 * @param muted whether new messages of it are kept out of the Imbox
 * @param category where it is sorted, or was while it was in the inbox: {@code imbox}, {@code feed}, {@code paper_trail}
 * @param returned whether it came back and was not opened since
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
        Instant lastMessageAt,
        @Schema(nullable = true) @Nullable String place,
        @Schema(nullable = true) @Nullable Instant snoozedUntil,
        boolean muted,
        boolean returned,
        String category) {
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
                row.lastMessageAt(),
                place(row.standing()),
                row.standing().place() instanceof Place.Snoozed(var since, var until) ? until : null,
                row.standing().muted(),
                row.standing().isFresh(),
                row.category().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String place(Standing standing) {
        return switch (standing.place()) {
            case Place.Usual() -> null;
            case Place.Snoozed(var since, var until) -> "snoozed";
            case Place.OnPile(var pile, var since) -> pile.name().toLowerCase(Locale.ROOT);
        };
    }
}
