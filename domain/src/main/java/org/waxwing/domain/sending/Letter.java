package org.waxwing.domain.sending;

import java.time.Instant;
import java.util.List;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.RawMessage;

/**
 * A message that is to be written.
 *
 * @param id the same however often it is written and sent
 * @param text in plain words, lines of any length parted by line feeds
 * @param answers the messages that it belongs to, oldest first; the last is the one that it answers (RFC 5322 §3.6.4)
 * @param marks what machines that pass mail on know it by
 * @param originals messages that are attached, whole
 */
public record Letter(
        MessageId id,
        EmailAddress from,
        List<EmailAddress> to,
        UntrustedText subject,
        String text,
        Instant date,
        List<MessageId> answers,
        Origin origin,
        List<String> marks,
        List<RawMessage> originals) {
    /** What writes it (RFC 3834 §5). */
    public enum Origin {
        /** Somebody. */
        PERSON,
        /** A machine, of itself. */
        GENERATED,
        /** A machine, because of a message that came. */
        REPLIED
    }

    public Letter {
        to = List.copyOf(to);
        answers = List.copyOf(answers);
        marks = List.copyOf(marks);
        originals = List.copyOf(originals);
        subject = subject.onOneLine();
        if (to.isEmpty()) throw new IllegalArgumentException("A letter goes to somebody");
    }
}
