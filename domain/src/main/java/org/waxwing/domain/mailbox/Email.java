package org.waxwing.domain.mailbox;

import java.time.Instant;
import org.waxwing.domain.content.QuoteSigns;
import org.waxwing.domain.content.UntrustedText;

/**
 * A message of an account, once, however many folders show it. What it is known by is its source: the same bytes are
 * the same message.
 *
 * @param receivedAt when the server took it in (IMAP INTERNALDATE)
 * @param size of the source, in bytes
 */
public record Email(EmailId id, ThreadId thread, ParsedMessage message, Instant receivedAt, long size, BlobId source) {
    private static final int PREVIEW = 256;
    private static final int LOOKED_AT = 4_096;

    /**
     * The first words of the text on one line, for lists: without quoted lines, who wrote them, and what stands below a
     * signature mark. Empty when there is no text.
     */
    public UntrustedText preview() {
        var words = new StringBuilder();
        for (var line : message.text().clipped(LOOKED_AT).value().lines().toList()) {
            boolean written = !words.toString().isBlank();
            if (written && (line.equals("-- ") || QuoteSigns.beginsOldMail(line))) break;
            if (!line.startsWith(">") && !(written && QuoteSigns.introduces(line))) words.append(line).append(' ');
        }
        return new UntrustedText(words.toString()).onOneLine().clipped(PREVIEW);
    }
}
