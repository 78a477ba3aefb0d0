package org.waxwing.mail.imap;

import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.UidValidity;

/**
 * The folder that is open on a connection.
 *
 * @param path empty when none is
 * @param exists how many messages it had when it was opened; -1 when the server did not tell
 */
record Selection(String path, UidValidity validity, long exists) {
    static final Selection NONE = new Selection("", new UidValidity(1), 0);

    /**
     * Opens a folder for looking (RFC 9051 §6.3.3).
     *
     * @throws RefusedException the server does not open it
     */
    static Selection of(Wire wire, String path, FolderName name) throws RefusedException {
        var arguments = new Argument();
        // each character stands for one byte
        arguments.writeString(name.wire(), StandardCharsets.ISO_8859_1);
        try {
            var info = new MailboxInfo(wire.ask("EXAMINE", arguments));
            return new Selection(path, new UidValidity(info.uidvalidity), info.total);
        } catch (ParsingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // without a UIDVALIDITY nothing can be told apart from one look to the next
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }
}
