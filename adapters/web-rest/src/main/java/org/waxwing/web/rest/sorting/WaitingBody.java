package org.waxwing.web.rest.sorting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.screening.ShowScreener;

/**
 * Somebody who waits to be let in.
 *
 * @param messages of theirs that wait
 * @param threadIds in which they wrote, the latest first
 * @param latest of their messages
 * @param authentication how far their address can be trusted: {@code verified}, {@code unverified}, {@code failed},
 *     {@code unknown} or {@code not_examined}
 * @param colleagues how many other people of the organisation have mail from them
 * @param similar domains one knows that theirs could be mistaken for
 */
@Schema(name = "WaitingSender")
public record WaitingBody(
        String accountId,
        String sender,
        String name,
        String domain,
        long messages,
        List<String> threadIds,
        Latest latest,
        String authentication,
        long colleagues,
        List<String> similar) {
    /** The latest of their messages. */
    @Schema(name = "LatestOfSender")
    public record Latest(String id, String threadId, String subject, String preview, Instant receivedAt) {}

    static WaitingBody of(ShowScreener.Waiting it) {
        return new WaitingBody(
                it.account().toString(),
                it.sender().address(),
                it.sender().name().value(),
                it.sender().domain(),
                it.messages(),
                it.threads().stream().map(Object::toString).toList(),
                new Latest(
                        it.latest().toString(), it.thread().toString(), it.subject().value(), it.preview().value(),
                        it.receivedAt()),
                it.standing().name().toLowerCase(Locale.ROOT),
                it.colleagues(),
                it.similar());
    }
}
