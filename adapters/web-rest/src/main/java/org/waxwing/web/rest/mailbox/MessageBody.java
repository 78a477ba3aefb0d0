package org.waxwing.web.rest.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.reading.EmailView;

/**
 * A message.
 *
 * @param messageId the Message-ID header without its angle brackets; null when there is none
 * @param size of its source, in bytes
 * @param text what it says; left out in lists
 * @param protection the signature or encryption that was recognised; neither is checked nor opened
 * @param category where it is sorted: {@code imbox}, {@code feed} or {@code paper_trail}; how surely, and why, is told by
 *     {@code GET /messages/{id}/sorting}
 * @param auth whether it comes from whom it says, as the server that received it reported
 */
@Schema(name = "Message")
public record MessageBody(
        String id,
        String threadId,
        String accountId,
        List<String> mailboxIds,
        @Schema(nullable = true) @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        String subject,
        List<AddressBody> from,
        List<AddressBody> to,
        List<AddressBody> cc,
        List<AddressBody> bcc,
        List<AddressBody> replyTo,
        Instant sentAt,
        Instant receivedAt,
        long size,
        String preview,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        boolean hasHtml,
        List<String> keywords,
        Protection protection,
        AuthBody auth,
        @Schema(description = "Where it is sorted. How surely, and why: `GET /messages/{id}/sorting`.", enumeration = {
                "imbox", "feed", "paper_trail"}) String category,
        List<File> attachments){
    /**
     * A file in a message.
     *
     * @param id its number, part of its address
     * @param size decoded, in bytes
     * @param contentId without angle brackets; empty when it has none
     */
    @Schema(name = "Attachment")
    public record File(String id, String name, String type, long size, boolean inline, String contentId) {
        static File of(Attachment attachment) {
            return new File(
                    Integer.toString(attachment.position()),
                    attachment.name().value(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.inline(),
                    attachment.contentId());
        }
    }

    /** The message with its words. */
    static MessageBody whole(EmailView email) {
        return of(email, email.text().value());
    }

    /** The message as a row of a list. */
    static MessageBody row(EmailView email) {
        return of(email, null);
    }

    private static MessageBody of(EmailView email, @Nullable String text) {
        var headers = email.headers();
        var ids = named(headers.messageId());
        return new MessageBody(
                email.id().toString(),
                email.thread().toString(),
                email.account().toString(),
                email.mailboxes().stream().map(Object::toString).sorted().toList(),
                ids.isEmpty() ? null : ids.getFirst(),
                named(headers.inReplyTo()),
                named(headers.references()),
                headers.subject().value(),
                AddressBody.of(headers.from()),
                AddressBody.of(headers.to()),
                AddressBody.of(headers.cc()),
                AddressBody.of(headers.bcc()),
                AddressBody.of(headers.replyTo()),
                headers.sentAt(),
                email.receivedAt(),
                email.size(),
                email.preview().value(),
                text,
                email.hasHtml(),
                email.keywords().stream().map(Keyword::name).sorted().toList(),
                email.protection(),
                AuthBody.of(email.authentication()),
                email.category().name().toLowerCase(Locale.ROOT),
                email.attachments().stream().map(File::of).toList());
    }

    private static List<String> named(List<MessageId> ids) {
        return ids.stream().map(MessageId::value).toList();
    }
}
