package org.waxwing.domain.mailbox;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

/**
 * What a message says about itself (RFC 5322 §3.6, named as in RFC 8621 §4.1.2.3). Lists are in the message's order and
 * empty where it says nothing.
 *
 * @param messageId none, one, or in broken mail several
 * @param sentAt the Date header; the time of arrival when it is missing or cannot be read
 */
public record MessageHeaders(
        List<MessageId> messageId,
        List<MessageId> inReplyTo,
        List<MessageId> references,
        UntrustedText subject,
        List<EmailAddress> from,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        List<EmailAddress> bcc,
        List<EmailAddress> replyTo,
        Instant sentAt) {
    private static final int LONGEST_SUBJECT = 2_000;

    public MessageHeaders {
        messageId = List.copyOf(messageId);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        subject = subject.onOneLine().clipped(LONGEST_SUBJECT);
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        replyTo = List.copyOf(replyTo);
    }
}
