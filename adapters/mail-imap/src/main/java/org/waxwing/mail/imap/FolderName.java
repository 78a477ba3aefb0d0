package org.waxwing.mail.imap;

import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;

/**
 * A folder's name as the server writes it, each byte a character. Kept beside its readable form because not every
 * server encodes names the way one would oneself.
 */
record FolderName(String wire) {
    private static final String INBOX = "INBOX";

    /** The name a folder of this readable path has by the book (RFC 3501 §5.1.3). */
    static FolderName of(String path) {
        return new FolderName(BASE64MailboxEncoder.encode(path));
    }

    /** The name as servers have it that store names as UTF-8, or do since RFC 9051. */
    static FolderName plain(String path) {
        return new FolderName(new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** The name as an argument of a command. */
    Argument argument() {
        // each character stands for one byte
        return new Argument().writeString(wire, StandardCharsets.ISO_8859_1);
    }

    boolean isAscii() {
        return wire.chars().allMatch(c -> c < 0x80);
    }

    /** The name in Unicode; INBOX is one folder however it is written (RFC 9051 §5.1). */
    String path() {
        if (wire.equalsIgnoreCase(INBOX)) return INBOX;
        // neither allowed nor rare: names that were simply stored as UTF-8
        return isAscii()
                ? BASE64MailboxDecoder.decode(wire)
                : new String(wire.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
